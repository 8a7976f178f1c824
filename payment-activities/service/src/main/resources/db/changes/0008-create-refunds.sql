--liquibase formatted sql

--changeset boxoffice:0008-create-refunds
-- One row per refund of a booking: 'reversal' for all of it, else a cancellation's id.
create table refunds (
    booking_id char(36) not null,
    refund_id varchar(80) not null,
    points bigint not null,
    card bigint not null,
    fee bigint not null,
    currency char(3) not null,
    state varchar(16) not null,
    tries int not null,
    provider_ref varchar(80) null,
    marked_by varchar(120) null,
    marked_reason varchar(1000) null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    primary key (booking_id, refund_id),
    constraint refunds_payment foreign key (booking_id) references payments (booking_id),
    constraint refunds_parts check (points >= 0 and card >= 0 and fee >= 0),
    constraint refunds_currency check (currency regexp '^[A-Z]{3}$'),
    constraint refunds_state check (state in ('OWED', 'DONE')),
    constraint refunds_tries check (tries > 0),
    constraint refunds_marked check ((marked_by is null) = (marked_reason is null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table refunds;

--changeset boxoffice:0008-widen-ledger-causes
-- RETURN: the points of an attempt whose card was declined.
alter table ledger_entries
    drop constraint ledger_entries_cause,
    add constraint ledger_entries_cause check (
        cause in ('BOOKING', 'RETURN', 'REVERSAL', 'REFUND', 'FEE', 'TOP_UP', 'CORRECTION')
        and (booking_id is null) = (cause in ('TOP_UP', 'CORRECTION')));
