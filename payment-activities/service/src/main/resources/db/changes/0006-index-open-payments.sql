--liquibase formatted sql

--changeset boxoffice:0006-index-open-payments
-- The audit pages through the open rows by booking; the closed ones it must not read.
create index payments_open on payments (state, booking_id);
