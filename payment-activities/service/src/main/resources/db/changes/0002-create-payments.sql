--liquibase formatted sql

--changeset boxoffice:0002-create-payments
create table payments (
    booking_id char(36) not null,
    buyer_id varchar(120) not null,
    state varchar(16) not null,
    current_attempt int not null,
    amount bigint null,
    currency char(3) null,
    captured bigint not null,
    refunded bigint not null,
    marked_by varchar(120) null,
    marked_reason varchar(1000) null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    primary key (booking_id),
    constraint payments_state
        check (state in ('CHARGING', 'OPEN', 'CHARGED', 'REVERSING', 'REVERSED')),
    -- Attempt 0 is a tombstone: reversed before anybody charged.
    constraint payments_attempt check (
        current_attempt >= 0
        and (current_attempt > 0 or state = 'REVERSED')
        and (amount is null) = (current_attempt = 0)),
    constraint payments_amount check (amount > 0),
    constraint payments_currency check (
        (currency is null) = (amount is null) and currency regexp '^[A-Z]{3}$'),
    -- All or nothing is taken, and never more given back than was taken.
    constraint payments_captured check (captured = 0 or captured = coalesce(amount, 0)),
    constraint payments_refunded check (refunded >= 0 and refunded <= captured),
    constraint payments_taken check (
        (state in ('CHARGING', 'OPEN') and captured = 0)
        or (state = 'CHARGED' and captured = amount)
        or state = 'REVERSING'
        or (state = 'REVERSED' and refunded = captured)),
    constraint payments_marked check ((marked_by is null) = (marked_reason is null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table payments;
