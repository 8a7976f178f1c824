--liquibase formatted sql

-- A sale can be taken back seat by seat: seat_count then says how many are left, and with the last
-- the row is RELEASED. That it once was sold stays to be seen.
--changeset boxoffice:0022-release-sold-seats
alter table seat_holds drop constraint seat_holds_sold;

--changeset boxoffice:0022-a-sale-has-its-moment
alter table seat_holds
    add constraint seat_holds_sold check (
        (state <> 'SOLD' or sold_at is not null) and (state <> 'HELD' or sold_at is null)
    );
