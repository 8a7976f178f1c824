--liquibase formatted sql

--changeset boxoffice:0030-create-disputes
-- One row per dispute, of a booking's payment, of a top-up, or of none of ours. OPEN moves to WON
-- or LOST, once.
create table disputes (
    dispute_id varchar(255) not null,
    booking_id char(36) null,
    top_up_id char(36) null,
    provider_ref varchar(255) null,
    amount bigint not null,
    currency char(3) not null,
    reason varchar(255) not null,
    state varchar(8) not null,
    opened_at datetime(6) not null,
    evidence_due_at datetime(6) null,
    closed_at datetime(6) null,
    updated_at datetime(6) not null,
    primary key (dispute_id),
    key disputes_by_booking (booking_id),
    constraint disputes_payment foreign key (booking_id) references payments (booking_id),
    constraint disputes_top_up foreign key (top_up_id) references top_ups (top_up_id),
    constraint disputes_of_one check (booking_id is null or top_up_id is null),
    constraint disputes_amount check (amount >= 0),
    constraint disputes_currency check (currency regexp '^[A-Z]{3}$'),
    constraint disputes_state check (state in ('OPEN', 'WON', 'LOST')),
    constraint disputes_closed check ((state = 'OPEN') = (closed_at is null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table disputes;

--changeset boxoffice:0030-count-what-was-charged-back
-- Beside captured and refunded, which a dispute does not change: what was sold stays sold.
alter table payments
    add column charged_back bigint not null default 0,
    add constraint payments_charged_back check (charged_back >= 0);

--changeset boxoffice:0030-widen-ledger-causes
-- DISPUTE: of a booking, or of a top-up.
alter table ledger_entries
    drop constraint ledger_entries_cause,
    add constraint ledger_entries_cause check (
        cause in ('BOOKING', 'RETURN', 'REVERSAL', 'REFUND', 'FEE', 'TOP_UP', 'CORRECTION',
            'DISPUTE')
        and (cause = 'DISPUTE'
            or (booking_id is null) = (cause in ('TOP_UP', 'CORRECTION'))));
