--liquibase formatted sql

--changeset boxoffice:0003-index-open-orders
-- The audit pages through the open rows by booking; the closed ones it must not read.
create index orders_open on orders (state, booking_id);
