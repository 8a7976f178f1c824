--liquibase formatted sql

-- A house is its blocks of rows; every schedule there gets a seat for each place in them. The hall
-- has 452 seats, the arena 2,400.
--changeset boxoffice:0902-sample-seats context:sample
insert into seats
    (schedule_id, seat_no, section, row_no, number_in_row, grade, price_amount, price_currency)
with recursive numbers as (
    select 1 as n
    union all
    select n + 1 from numbers where n < 40
),
blocks as (
    select 'hangang-hall' as venue_id, 'V' as section, 'VIP' as grade, 143000 as price_amount,
        1 as row_from, 3 as row_to, 12 as seats_in_row
    union all select 'hangang-hall', 'A', 'R', 110000, 1, 8, 16
    union all select 'hangang-hall', 'B', 'S', 88000, 1, 8, 16
    union all select 'hangang-hall', 'C', 'A', 66000, 1, 10, 16
    union all select 'namsan-arena', 'F', 'VIP', 198000, 1, 5, 30
    union all select 'namsan-arena', 'F', 'R', 165000, 6, 20, 30
    union all select 'namsan-arena', 'L', 'S', 132000, 1, 20, 20
    union all select 'namsan-arena', 'R', 'S', 132000, 1, 20, 20
    union all select 'namsan-arena', 'U', 'A', 99000, 1, 25, 40
)
select
    s.schedule_id,
    concat(b.section, '-', r.n, '-', p.n),
    b.section,
    r.n,
    p.n,
    b.grade,
    b.price_amount,
    'KRW'
from schedules s
join blocks b on b.venue_id = s.venue_id
join numbers r on r.n between b.row_from and b.row_to
join numbers p on p.n <= b.seats_in_row;

-- Kept back: the sound desk in the hall, wheelchair places in the arena.
update seats
set state = 'BLOCKED'
where (section = 'B' and row_no = 8 and number_in_row between 7 and 10)
    or (section = 'L' and row_no = 1 and number_in_row <= 4)
    or (section = 'R' and row_no = 1 and number_in_row <= 4);
