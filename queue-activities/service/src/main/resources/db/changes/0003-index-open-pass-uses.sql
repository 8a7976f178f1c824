--liquibase formatted sql

--changeset boxoffice:0003-index-open-pass-uses
-- The audit pages through the open rows by booking; the closed ones it must not read.
create index pass_uses_open on pass_uses (state, booking_id);
