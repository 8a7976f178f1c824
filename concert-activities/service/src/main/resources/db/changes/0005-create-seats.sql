--liquibase formatted sql

-- The seats of each schedule. A seat has an owner exactly while it is held or sold, and the owner
-- is a booking that has a row in seat_holds.
--changeset boxoffice:0005-create-seats
create table seats (
    schedule_id varchar(40) not null,
    seat_no varchar(20) not null,
    section varchar(20) not null,
    row_no smallint not null,
    number_in_row smallint not null,
    grade varchar(20) not null,
    price_amount bigint not null,
    price_currency char(3) not null,
    state varchar(8) not null default 'FREE',
    booking_id char(36) null,
    primary key (schedule_id, seat_no),
    unique key seats_in_house_order (schedule_id, section, row_no, number_in_row),
    key seats_by_booking (booking_id),
    constraint seats_schedule foreign key (schedule_id) references schedules (schedule_id),
    constraint seats_booking foreign key (booking_id) references seat_holds (booking_id),
    constraint seats_state check (state in ('FREE', 'HELD', 'SOLD', 'BLOCKED')),
    constraint seats_owner check ((state in ('HELD', 'SOLD')) = (booking_id is not null)),
    constraint seats_price check (price_amount >= 0),
    constraint seats_currency check (char_length(price_currency) = 3)
) character set utf8mb4 collate utf8mb4_bin;
