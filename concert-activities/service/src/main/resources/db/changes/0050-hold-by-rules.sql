--liquibase formatted sql

-- How many seats a buyer has is counted from the live rows of seat_holds, so there is no count that
-- could go wrong. What makes the limit exact is this row: whoever counts a buyer's seats holds it
-- until the hold commits, so that a buyer's holds for one concert come one after the other.
--changeset boxoffice:0050-drop-the-counts-of-buyers
drop table buyer_seats;

--changeset boxoffice:0050-let-a-buyers-holds-come-one-by-one
create table buyer_seats (
    concert_id varchar(40) not null,
    buyer_id varchar(120) not null,
    primary key (concert_id, buyer_id)
) character set utf8mb4 collate utf8mb4_bin;

-- The state is not in it, so that no move of a row has to be written here, too.
--changeset boxoffice:0050-index-holds-of-a-buyer
create index seat_holds_of_buyer on seat_holds (buyer_id, schedule_id);

--changeset boxoffice:0050-drop-the-known-refusals
alter table seat_holds drop constraint seat_holds_refused;

-- The rule that a hold was refused by, its number, and what the buyer may still have.
--changeset boxoffice:0050-say-what-a-hold-ran-into
alter table seat_holds
    modify column refusal_reason varchar(30) null,
    add column policy varchar(40) null,
    add column policy_limit int null,
    add column policy_remaining int null;

--changeset boxoffice:0050-a-hold-may-be-refused-by-a-rule
alter table seat_holds
    add constraint seat_holds_refused check (
        refusal_reason is null
        or (state = 'RELEASED' and refusal_reason in (
            'UNKNOWN_SCHEDULE', 'SALE_NOT_OPEN', 'SALE_PAUSED', 'SALE_CLOSED', 'SCHEDULE_CANCELED',
            'BUYER_LIMIT_REACHED', 'PRESALE_CODE_REQUIRED', 'PRESALE_CODE_INVALID',
            'PRESALE_CODE_USED_UP', 'PRESALE_SOLD_OUT', 'UNKNOWN_SEATS', 'UNKNOWN_SECTION',
            'UNKNOWN_GRADE', 'SEATS_BLOCKED', 'SEATS_NOT_BLOCKED', 'SEATS_TAKEN', 'NOT_TOGETHER',
            'NOT_ENOUGH_SEATS', 'EXPIRED'))
    ),
    add constraint seat_holds_policy check (
        (policy is null) = (policy_limit is null) and (policy is null) = (policy_remaining is null)
    );
