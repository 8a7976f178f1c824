--liquibase formatted sql

-- buyer_seats_max: seats that one buyer may have at once over all dates of the concert; null is no
-- limit. title is Korean, and what a ticket says.
--changeset boxoffice:0041-describe-concerts
alter table concerts
    add column title_en varchar(200) null,
    add column performers varchar(500) not null default '',
    add column running_minutes smallint null,
    add column age_min smallint not null default 0,
    add column poster_url varchar(500) null,
    add column description varchar(4000) not null default '',
    add column buyer_seats_max smallint null,
    add column created_at datetime(6) not null default current_timestamp(6);

--changeset boxoffice:0041-limits-of-concerts
alter table concerts
    add constraint concerts_running_minutes check (running_minutes between 1 and 1440),
    add constraint concerts_age_min check (age_min between 0 and 99),
    add constraint concerts_buyer_seats_max check (buyer_seats_max between 1 and 1000);

-- DRAFT is seen by its promoter alone. PAUSED sells nothing and may go on; CLOSED is the end of the
-- sale. What is held when the sale pauses or closes may still be paid. orphan_rule: whether the
-- best seats are picked so that no single seat is left between taken ones where that can be helped.
--changeset boxoffice:0041-give-schedules-a-state
alter table schedules
    add column state varchar(8) not null default 'ON_SALE',
    add column map_version int null,
    add column buyer_seats_max smallint null,
    add column waiting_room boolean not null default false,
    add column orphan_rule boolean not null default true,
    add column created_at datetime(6) not null default current_timestamp(6);

--changeset boxoffice:0041-states-of-schedules
alter table schedules
    add constraint schedules_state check (state in ('DRAFT', 'ON_SALE', 'PAUSED', 'CLOSED')),
    add constraint schedules_buyer_seats_max check (buyer_seats_max between 1 and 1000),
    add constraint schedules_map foreign key (venue_id, map_version)
        references seat_maps (venue_id, version);

--changeset boxoffice:0041-index-dates
create index schedules_by_start on schedules (starts_at, schedule_id);
