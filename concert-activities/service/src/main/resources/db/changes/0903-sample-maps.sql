--liquibase formatted sql

-- The samples' maps, drawn from their seats: blocks of rows before a stage at the top.
--changeset boxoffice:0903-describe-samples context:sample
update concerts set title = '겨울 세레나데', title_en = 'Winter Serenade',
    performers = '한강 필하모닉 · Hangang Philharmonic', running_minutes = 110, age_min = 8
where concert_id = 'winter-serenade';
update concerts set title = '도시의 불빛 라이브', title_en = 'City Lights Live',
    performers = '밴드 남산 · Band Namsan', running_minutes = 140, age_min = 12
where concert_id = 'city-lights';
update concerts set title = '봄의 서곡', title_en = 'Spring Overture',
    performers = '한강 필하모닉 · Hangang Philharmonic', running_minutes = 100, age_min = 8
where concert_id = 'spring-overture';
update venues set name = '한강 콘서트홀', name_en = 'Hangang Concert Hall', map_version = 1
where venue_id = 'hangang-hall';
update venues set name = '남산 아레나', name_en = 'Namsan Arena', map_version = 1
where venue_id = 'namsan-arena';

--changeset boxoffice:0903-draw-samples context:sample
insert into seat_maps (venue_id, version, stage_x, stage_y, created_at)
select venue_id, 1, case venue_id when 'hangang-hall' then 600 else 730 end, 0,
    current_timestamp(6)
from venues
where venue_id in ('hangang-hall', 'namsan-arena');
insert into map_sections (venue_id, version, section, name, standing)
select distinct s.venue_id, 1, t.section, t.section, false
from seats t join schedules s on s.schedule_id = t.schedule_id
where s.schedule_id in ('winter-serenade-1', 'city-lights-1');
insert into map_seats
    (venue_id, version, seat_no, section, row_no, row_name, number_in_row, kind, companion_of,
     aisle_after, x, y, nearness)
select p.venue_id, 1, p.seat_no, p.section, p.row_no, cast(p.row_no as char), p.number_in_row,
    p.kind, null, p.aisle_after, p.x, p.y,
    round(sqrt((p.x - p.stage_x) * (p.x - p.stage_x) + p.y * p.y))
from (
    select s.venue_id, m.stage_x, t.seat_no, t.section, t.row_no, t.number_in_row,
        case when t.section in ('L', 'R') and t.row_no = 1 and t.number_in_row <= 4
            then 'WHEELCHAIR' else 'SEAT' end as kind,
        (t.section in ('A', 'B', 'C') and t.number_in_row = 8) as aisle_after,
        case t.section when 'V' then 480 when 'L' then 20 when 'R' then 1060 when 'U' then 340
            else 440 end
            + (t.number_in_row - 1) * 20
            + case when t.section in ('A', 'B', 'C') and t.number_in_row > 8 then 40 else 0 end
            as x,
        case t.section when 'A' then 180 when 'B' then 380 when 'C' then 580 when 'U' then 600
            else 80 end + t.row_no * 20 as y
    from seats t
    join schedules s on s.schedule_id = t.schedule_id
    join seat_maps m on m.venue_id = s.venue_id
    where s.schedule_id in ('winter-serenade-1', 'city-lights-1')
) p;
update schedules set map_version = 1 where venue_id in ('hangang-hall', 'namsan-arena');

-- The seats of the sample dates say what they are, and those kept back say why.
--changeset boxoffice:0903-place-sample-seats context:sample
update seats t
    join schedules s on s.schedule_id = t.schedule_id
    join map_seats m on m.venue_id = s.venue_id and m.version = s.map_version
        and m.seat_no = t.seat_no
set t.kind = m.kind, t.aisle_after = m.aisle_after, t.nearness = m.nearness;
insert into seat_blocks (block_id, schedule_id, reason, created_by, created_at)
select uuid(), s.schedule_id,
    case s.venue_id when 'hangang-hall' then 'sound desk' else 'wheelchair places' end,
    'park', current_timestamp(6)
from schedules s where s.venue_id in ('hangang-hall', 'namsan-arena');
update seats t join seat_blocks b on b.schedule_id = t.schedule_id
set t.block_id = b.block_id
where t.state = 'BLOCKED';
