--liquibase formatted sql

-- Sample data: two venues, three concerts, six dates on sale, one date whose sale has not begun and
-- one whose sale is over. All dates count from the day of the first start; times are UTC, so 10:30
-- is half past seven in the evening in Seoul.
--changeset boxoffice:0901-sample-concerts context:sample
insert into venues (venue_id, name) values
    ('hangang-hall', '한강 콘서트홀 · Hangang Concert Hall'),
    ('namsan-arena', '남산 아레나 · Namsan Arena');

insert into concerts (concert_id, title) values
    ('winter-serenade', '겨울 세레나데 · Winter Serenade'),
    ('city-lights', '도시의 불빛 라이브 · City Lights Live'),
    ('spring-overture', '봄의 서곡 · Spring Overture');

insert into schedules
    (schedule_id, concert_id, venue_id, starts_at, sale_opens_at, sale_closes_at, hold_seconds)
select
    d.schedule_id,
    d.concert_id,
    d.venue_id,
    timestamp(current_date) + interval d.in_days day + interval d.at_minutes minute,
    timestamp(current_date) + interval d.opens_in_days day,
    timestamp(current_date) + interval d.closes_in_days day + interval d.at_minutes - 60 minute,
    d.hold_seconds
from (
    select 'winter-serenade-1' as schedule_id, 'winter-serenade' as concert_id,
        'hangang-hall' as venue_id, 60 as in_days, 630 as at_minutes,
        -7 as opens_in_days, 60 as closes_in_days, 300 as hold_seconds
    -- Its hold is short, to show what running out looks like.
    union all select 'winter-serenade-2', 'winter-serenade', 'hangang-hall', 61, 630, -7, 61, 20
    union all select 'winter-serenade-3', 'winter-serenade', 'hangang-hall', 62, 360, -7, 62, 300
    union all select 'city-lights-1', 'city-lights', 'namsan-arena', 75, 600, -3, 75, 300
    union all select 'city-lights-2', 'city-lights', 'namsan-arena', 76, 600, -3, 76, 300
    union all select 'spring-overture-1', 'spring-overture', 'hangang-hall', 120, 630, -1, 120, 300
    -- Not open yet.
    union all select 'spring-overture-2', 'spring-overture', 'hangang-hall', 121, 630, 30, 121, 300
    -- Closed.
    union all select 'city-lights-0', 'city-lights', 'namsan-arena', 5, 600, -40, -1, 300
) d;
