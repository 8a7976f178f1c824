--liquibase formatted sql

--changeset boxoffice:0004-create-ledger-entries
create table ledger_entries (
    id bigint not null auto_increment,
    idempotency_key varchar(280) not null,
    account varchar(140) not null,
    amount bigint not null,
    currency char(3) not null,
    cause varchar(16) not null,
    booking_id char(36) null,
    created_at datetime(6) not null,
    primary key (id),
    unique key ledger_entries_once (idempotency_key, account),
    key ledger_entries_by_account (account, id),
    constraint ledger_entries_payment foreign key (booking_id) references payments (booking_id),
    constraint ledger_entries_amount check (amount <> 0),
    constraint ledger_entries_currency check (currency regexp '^[A-Z]{3}$'),
    constraint ledger_entries_cause check (
        cause in ('BOOKING', 'REVERSAL', 'TOP_UP')
        and (booking_id is null) = (cause = 'TOP_UP'))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table ledger_entries;
