--liquibase formatted sql

-- When the promoter took the date off the sale, for good; null while it stands.
--changeset boxoffice:0031-cancel-schedules
alter table schedules add column canceled_at datetime(6) null;

--changeset boxoffice:0031-drop-the-known-refusals
alter table seat_holds drop constraint seat_holds_refused;

--changeset boxoffice:0031-a-hold-may-be-refused-for-a-canceled-schedule
alter table seat_holds
    add constraint seat_holds_refused check (
        refusal_reason is null
        or (state = 'RELEASED' and refusal_reason in (
            'UNKNOWN_SCHEDULE', 'SALE_NOT_OPEN', 'SALE_CLOSED', 'SCHEDULE_CANCELED',
            'UNKNOWN_SEATS', 'SEATS_BLOCKED', 'SEATS_TAKEN', 'EXPIRED'))
    );

--changeset boxoffice:0031-index-live-holds-of-a-schedule
-- Whoever cancels a schedule pages through its live rows; the released ones, which can be many more
-- after a rush, need not be read.
create index seat_holds_of_schedule on seat_holds (schedule_id, state, booking_id);
