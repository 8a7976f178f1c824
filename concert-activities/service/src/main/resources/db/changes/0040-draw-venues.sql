--liquibase formatted sql

-- A venue is a promoter's, stands in a city, and has a map that can be imported anew: each import
-- is the next version, and schedules keep the version that they were made from. Venues and dates
-- that stood here before there were maps have none.
--changeset boxoffice:0040-give-venues-an-owner-and-a-place
alter table venues
    add column name_en varchar(200) null,
    add column city varchar(60) not null default '서울',
    add column promoter_id varchar(120) not null default 'park',
    add column map_version int not null default 0;

--changeset boxoffice:0040-no-venue-without-an-owner
alter table venues alter column promoter_id drop default;

-- The stage is a point of the drawing; all coordinates are whole units of it, x to the right and y
-- away from the top.
--changeset boxoffice:0040-create-seat-maps
create table seat_maps (
    venue_id varchar(40) not null,
    version int not null,
    stage_x int not null,
    stage_y int not null,
    created_at datetime(6) not null,
    primary key (venue_id, version),
    constraint seat_maps_venue foreign key (venue_id) references venues (venue_id),
    constraint seat_maps_version check (version >= 1)
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0040-create-map-sections
create table map_sections (
    venue_id varchar(40) not null,
    version int not null,
    section varchar(20) not null,
    name varchar(100) not null,
    standing boolean not null,
    primary key (venue_id, version, section),
    constraint map_sections_map foreign key (venue_id, version)
        references seat_maps (venue_id, version)
) character set utf8mb4 collate utf8mb4_bin;

-- A place in a standing area is a row like a seat, so that the same guard sells it. nearness is how
-- far a place is from the stage: the less, the better. aisle_after says that the next number of the
-- row is across an aisle. A companion seat names the wheelchair place that it belongs to.
--changeset boxoffice:0040-create-map-seats
create table map_seats (
    venue_id varchar(40) not null,
    version int not null,
    seat_no varchar(20) not null,
    section varchar(20) not null,
    row_no smallint not null,
    row_name varchar(10) not null,
    number_in_row smallint not null,
    kind varchar(10) not null,
    companion_of varchar(20) null,
    aisle_after boolean not null,
    x int not null,
    y int not null,
    nearness int not null,
    primary key (venue_id, version, seat_no),
    unique key map_seats_in_house_order (venue_id, version, section, row_no, number_in_row),
    constraint map_seats_section foreign key (venue_id, version, section)
        references map_sections (venue_id, version, section),
    constraint map_seats_kind check (kind in ('SEAT', 'WHEELCHAIR', 'COMPANION', 'STANDING')),
    constraint map_seats_companion check ((kind = 'COMPANION') = (companion_of is not null))
) character set utf8mb4 collate utf8mb4_bin;
