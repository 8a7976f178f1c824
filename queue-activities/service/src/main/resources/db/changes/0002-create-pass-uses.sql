--liquibase formatted sql

--changeset boxoffice:0002-create-pass-uses
-- One row per booking, also where no pass was needed or none was had.
create table pass_uses (
    booking_id  char(36)     not null,
    buyer_id    varchar(120) not null,
    schedule_id varchar(40)  not null,
    state       varchar(10)  not null,
    refusal     varchar(20),
    begun_at    datetime(6)  not null,
    ended_at    datetime(6),
    primary key (booking_id),
    constraint pass_uses_state check (state in ('TAKEN', 'FINISHED', 'BACK')),
    constraint pass_uses_refusal check (
        refusal is null or (refusal in ('PASS_REQUIRED') and state = 'BACK')),
    constraint pass_uses_ended check ((state <> 'TAKEN') = (ended_at is not null))
) character set utf8mb4 collate utf8mb4_bin;
