--liquibase formatted sql

--changeset boxoffice:0006-index-open-holds
-- The audit pages through the open rows by booking; the closed ones it must not read.
create index seat_holds_open on seat_holds (state, booking_id);
