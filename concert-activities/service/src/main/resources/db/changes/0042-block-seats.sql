--liquibase formatted sql

-- Seats kept back together, for one reason. A block with a release_at gives its seats to the sale
-- then. A seat keeps its block while it is given away, so that it goes back to it if the gift is
-- undone.
--changeset boxoffice:0042-create-seat-blocks
create table seat_blocks (
    block_id char(36) not null,
    schedule_id varchar(40) not null,
    reason varchar(200) not null,
    release_at datetime(6) null,
    created_by varchar(120) not null,
    created_at datetime(6) not null,
    released_at datetime(6) null,
    primary key (block_id),
    key seat_blocks_to_release (released_at, release_at),
    key seat_blocks_of_schedule (schedule_id, created_at),
    constraint seat_blocks_schedule foreign key (schedule_id) references schedules (schedule_id)
) character set utf8mb4 collate utf8mb4_bin;

-- What the seat is and where, copied from the map when the date is made, so that the best seats are
-- found without a join: see map_seats.
--changeset boxoffice:0042-say-what-a-seat-is
alter table seats
    add column kind varchar(10) not null default 'SEAT',
    add column companion_of varchar(20) null,
    add column aisle_after boolean not null default false,
    add column nearness int not null default 0,
    add column block_id char(36) null;

--changeset boxoffice:0042-blocks-of-seats-exist
alter table seats
    add constraint seats_kind check (kind in ('SEAT', 'WHEELCHAIR', 'COMPANION', 'STANDING')),
    add constraint seats_block foreign key (block_id) references seat_blocks (block_id);
