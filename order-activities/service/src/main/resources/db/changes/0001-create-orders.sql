--liquibase formatted sql

--changeset boxoffice:0001-create-orders
-- One row per booking. What was bought is null until the sale is confirmed.
create table orders (
    booking_id    char(36)     not null,
    buyer_id      varchar(120) not null,
    schedule_id   varchar(40)  not null,
    state         varchar(10)  not null,
    opened_at     datetime(6)  not null,
    concert_id    varchar(40),
    concert_title varchar(200),
    venue_name    varchar(200),
    starts_at     datetime(6),
    total         bigint,
    currency      char(3),
    confirmed_at  datetime(6),
    reason        varchar(40),
    canceled_at   datetime(6),
    primary key (booking_id),
    constraint orders_state check (state in ('PENDING', 'CONFIRMED', 'CANCELED')),
    constraint orders_total check (total >= 0),
    constraint orders_sale check (
        (state = 'CONFIRMED') = (confirmed_at is not null)
        and (state = 'CONFIRMED') = (concert_id is not null)
        and (state = 'CONFIRMED') = (concert_title is not null)
        and (state = 'CONFIRMED') = (venue_name is not null)
        and (state = 'CONFIRMED') = (starts_at is not null)
        and (state = 'CONFIRMED') = (total is not null)
        and (state = 'CONFIRMED') = (currency is not null)),
    constraint orders_cancellation check (
        (state = 'CANCELED') = (canceled_at is not null)
        and (state = 'CANCELED') = (reason is not null))
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0001-index-orders-by-buyer
-- A buyer's orders, newest first: read backwards.
create index orders_of_buyer on orders (buyer_id, opened_at, booking_id);
