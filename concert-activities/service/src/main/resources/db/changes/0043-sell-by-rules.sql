--liquibase formatted sql

-- A time before the general sale in which only who has a code may hold seats. quota: seats in all;
-- code_seats_max: seats of one code. Both count what is held and what is sold, and the guarded
-- update of the count is what keeps them. Of a code only its hash is here.
--changeset boxoffice:0043-create-presales
create table presales (
    schedule_id varchar(40) not null,
    presale_id varchar(40) not null,
    name varchar(100) not null,
    opens_at datetime(6) not null,
    closes_at datetime(6) not null,
    quota int not null,
    code_seats_max smallint not null,
    seats_taken int not null default 0,
    primary key (schedule_id, presale_id),
    constraint presales_schedule foreign key (schedule_id) references schedules (schedule_id),
    constraint presales_time check (opens_at < closes_at),
    constraint presales_quota check (quota >= 1 and seats_taken between 0 and quota),
    constraint presales_code_seats_max check (code_seats_max >= 1)
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0043-create-presale-codes
create table presale_codes (
    schedule_id varchar(40) not null,
    code_hash char(64) not null,
    presale_id varchar(40) not null,
    seats_taken smallint not null default 0,
    primary key (schedule_id, code_hash),
    key presale_codes_of_presale (schedule_id, presale_id),
    constraint presale_codes_presale foreign key (schedule_id, presale_id)
        references presales (schedule_id, presale_id),
    constraint presale_codes_seats_taken check (seats_taken >= 0)
) character set utf8mb4 collate utf8mb4_bin;

-- How many seats a buyer has, held or bought, of a concert (all its dates) or of one schedule; only
-- where that has a limit. The guarded update of the count is what makes the limit exact.
--changeset boxoffice:0043-create-buyer-seats
create table buyer_seats (
    scope varchar(8) not null,
    scope_id varchar(40) not null,
    buyer_id varchar(120) not null,
    seats int not null,
    primary key (scope, scope_id, buyer_id),
    constraint buyer_seats_scope check (scope in ('CONCERT', 'SCHEDULE')),
    constraint buyer_seats_seats check (seats >= 0)
) character set utf8mb4 collate utf8mb4_bin;

-- By which presale code a hold was made, so that its seats go back to it; and whether the seats are
-- given away, at no price.
--changeset boxoffice:0043-say-how-a-hold-was-made
alter table seat_holds
    add column presale_id varchar(40) null,
    add column presale_code_hash char(64) null,
    add column complimentary boolean not null default false;
