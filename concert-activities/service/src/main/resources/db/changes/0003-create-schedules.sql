--liquibase formatted sql

-- Times are UTC. The sale opens at sale_opens_at and is over at sale_closes_at.
--changeset boxoffice:0003-create-schedules
create table schedules (
    schedule_id varchar(40) not null,
    concert_id varchar(40) not null,
    venue_id varchar(40) not null,
    starts_at datetime(6) not null,
    sale_opens_at datetime(6) not null,
    sale_closes_at datetime(6) not null,
    hold_seconds int not null default 300,
    primary key (schedule_id),
    key schedules_by_concert (concert_id, starts_at),
    constraint schedules_concert foreign key (concert_id) references concerts (concert_id),
    constraint schedules_venue foreign key (venue_id) references venues (venue_id),
    constraint schedules_sale check (sale_opens_at < sale_closes_at),
    constraint schedules_hold_seconds check (hold_seconds between 1 and 3600)
) character set utf8mb4 collate utf8mb4_bin;
