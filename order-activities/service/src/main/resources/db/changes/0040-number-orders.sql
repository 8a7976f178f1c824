--liquibase formatted sql

-- What a buyer names a confirmed order by: 12 symbols of Crockford's base 32, drawn at random.
--changeset boxoffice:0040-number-orders
alter table orders add column order_number char(12);

-- What was sold before there were numbers gets its own: 60 random bits, from the digits of base 32
-- as the server has them (0 to V) to those of Crockford, last letter first so that none moves twice.
--changeset boxoffice:0040-numbers-of-earlier-sales
update orders
set order_number = right(lpad(
    replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(replace(
        conv(hex(random_bytes(8)), 16, 32),
        'V', 'Z'), 'U', 'Y'), 'T', 'X'), 'S', 'W'), 'R', 'V'), 'Q', 'T'), 'P', 'S'),
        'O', 'R'), 'N', 'Q'), 'M', 'P'), 'L', 'N'), 'K', 'M'), 'J', 'K'), 'I', 'J'),
    13, '0'), 12)
where state = 'CONFIRMED';

--changeset boxoffice:0040-a-sale-has-its-number
alter table orders
    add constraint orders_number unique (order_number),
    add constraint orders_numbered check ((state = 'CONFIRMED') = (order_number is not null));
