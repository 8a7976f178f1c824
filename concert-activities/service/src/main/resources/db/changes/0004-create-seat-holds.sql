--liquibase formatted sql

-- One row per booking, the fence of every command about it. schedule_id has no foreign key, on
-- purpose: a hold on a schedule that does not exist is refused with a row like every other refusal,
-- so that its repeat and its undo meet that row too, also if the schedule is created meanwhile.
-- A row that was born as the tombstone of an early undo has no seat_count and no held_until.
--changeset boxoffice:0004-create-seat-holds
create table seat_holds (
    booking_id char(36) not null,
    buyer_id varchar(120) not null,
    schedule_id varchar(40) not null,
    state varchar(8) not null,
    seat_count smallint null,
    held_until datetime(6) null,
    refusal_reason varchar(20) null,
    refused_seat_nos varchar(500) null,
    own_booking_id char(36) null,
    created_at datetime(6) not null,
    sold_at datetime(6) null,
    released_at datetime(6) null,
    primary key (booking_id),
    constraint seat_holds_state check (state in ('HELD', 'SOLD', 'RELEASED')),
    constraint seat_holds_live check (
        state = 'RELEASED'
        or (seat_count is not null and seat_count >= 1 and held_until is not null)
    ),
    constraint seat_holds_sold check ((state = 'SOLD') = (sold_at is not null)),
    constraint seat_holds_released check ((state = 'RELEASED') = (released_at is not null)),
    constraint seat_holds_refused check (
        refusal_reason is null
        or (state = 'RELEASED' and refusal_reason in (
            'UNKNOWN_SCHEDULE', 'SALE_NOT_OPEN', 'SALE_CLOSED', 'UNKNOWN_SEATS', 'SEATS_BLOCKED',
            'SEATS_TAKEN', 'EXPIRED'))
    )
) character set utf8mb4 collate utf8mb4_bin;
