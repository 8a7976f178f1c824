--liquibase formatted sql

--changeset boxoffice:0004-open-rooms
-- How a room lets in, and how far it has come. credit_micros is what the rate has left unused, in
-- millionths of a buyer; the seed stays secret until all of the pool have their numbers.
alter table waiting_rooms
    add column state           varchar(10) not null default 'OPEN',
    add column cap             int         not null default 1,
    add column rate            int         not null default 1,
    add column opens_at        datetime(6) not null default '2000-01-01 00:00:00',
    add column grace_seconds   int         not null default 300,
    add column pass_seconds    int         not null default 600,
    add column shuffle         tinyint     not null default 1,
    add column seed            char(64)    not null default '',
    add column seed_hash       char(64)    not null default '',
    add column drawn_at        datetime(6),
    add column placed_at       datetime(6),
    add column numbered        bigint      not null default 0,
    add column watermark       bigint      not null default 0,
    add column credit_micros   bigint      not null default 0,
    add column stepped_at      datetime(6) not null default '2000-01-01 00:00:00',
    add column listening_since datetime(6) not null default '2000-01-01 00:00:00',
    add constraint waiting_rooms_state check (state in ('OPEN', 'PAUSED', 'DRAINING', 'CLOSED')),
    add constraint waiting_rooms_limits check (cap > 0 and rate > 0),
    add constraint waiting_rooms_watermark check (watermark <= numbered);

--changeset boxoffice:0004-create-entries
-- arrival is the order of coming, number the place in the line: given when the room is open. live
-- is 1 as long as the entry is in the line or inside, and null afterwards, so that a buyer has at
-- most one such entry and may come again. holder is the booking that uses the pass.
create table entries (
    entry_id        char(36)     not null,
    arrival         bigint       not null auto_increment,
    schedule_id     varchar(40)  not null,
    buyer_id        varchar(120) not null,
    state           varchar(10)  not null,
    live            tinyint,
    pooled          tinyint      not null default 0,
    number          bigint,
    joined_at       datetime(6)  not null,
    last_seen_at    datetime(6)  not null,
    admitted_at     datetime(6),
    pass_expires_at datetime(6),
    holder          char(36),
    ended_at        datetime(6),
    primary key (entry_id),
    unique key entries_arrival (arrival),
    unique key entries_one_live (schedule_id, buyer_id, live),
    unique key entries_number (schedule_id, number),
    key entries_seen (schedule_id, state, last_seen_at),
    key entries_admitted (schedule_id, admitted_at),
    key entries_ended (schedule_id, ended_at),
    constraint entries_state check (state in ('WAITING', 'ADMITTED', 'USED', 'LEFT', 'EXPIRED')),
    constraint entries_live check (
        (live is not null) = (state in ('WAITING', 'ADMITTED')) and (live is null or live = 1)),
    constraint entries_ended_at check ((ended_at is null) = (live is not null)),
    constraint entries_admitted_at check (
        (admitted_at is null) = (pass_expires_at is null)
        and (admitted_at is not null or state not in ('ADMITTED', 'USED'))),
    constraint entries_holder check (holder is null or state in ('ADMITTED', 'USED'))
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0004-create-room-changes
-- Who changed what of a room, and when; rows are only added.
create table room_changes (
    change_id   bigint       not null auto_increment,
    schedule_id varchar(40)  not null,
    changed_at  datetime(6)  not null,
    changed_by  varchar(120) not null,
    what        varchar(400) not null,
    primary key (change_id),
    key room_changes_schedule (schedule_id, change_id)
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0004-create-pass-keys
-- The keys that sign passes, private part included: who reads this table can write passes.
create table pass_keys (
    key_id     varchar(40) not null,
    jwk        text        not null,
    signs_from datetime(6) not null,
    primary key (key_id)
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0004-note-entries-of-uses
alter table pass_uses
    add column entry_id   char(36),
    add column blocked_by char(36),
    drop constraint pass_uses_refusal;
alter table pass_uses
    add constraint pass_uses_refusal check (
        refusal is null
        or (refusal in ('PASS_REQUIRED', 'PASS_EXPIRED', 'PASS_IN_USE', 'PASS_USED')
            and state = 'BACK'));
create index pass_uses_entry on pass_uses (entry_id);
