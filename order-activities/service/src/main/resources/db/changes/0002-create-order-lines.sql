--liquibase formatted sql

--changeset boxoffice:0002-create-order-lines
-- One row per seat bought, in the currency of its order. Written with the confirmation, never after.
create table order_lines (
    order_id char(36)    not null,
    seat_no  varchar(40) not null,
    price    bigint      not null,
    primary key (order_id, seat_no),
    constraint order_lines_price check (price >= 0),
    constraint order_lines_order foreign key (order_id) references orders (booking_id)
) character set utf8mb4 collate utf8mb4_bin;
