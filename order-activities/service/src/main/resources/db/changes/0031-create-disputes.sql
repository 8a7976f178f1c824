--liquibase formatted sql

--changeset boxoffice:0031-create-disputes
-- One row per dispute of an order; it only moves from OPEN to one of its ends.
create table disputes (
    booking_id char(36)     not null,
    dispute_id varchar(255) not null,
    state      varchar(4)   not null,
    amount     bigint       not null,
    currency   char(3)      not null,
    opened_at  datetime(6)  not null,
    closed_at  datetime(6),
    primary key (booking_id, dispute_id),
    constraint disputes_order foreign key (booking_id) references orders (booking_id),
    constraint disputes_state check (state in ('OPEN', 'WON', 'LOST')),
    constraint disputes_amount check (amount >= 0),
    constraint disputes_closed check ((state = 'OPEN') = (closed_at is null))
) character set utf8mb4 collate utf8mb4_bin;
