--liquibase formatted sql

--changeset boxoffice:0003-create-payment-attempts
create table payment_attempts (
    booking_id char(36) not null,
    attempt int not null,
    leg int not null,
    method varchar(16) not null,
    amount bigint not null,
    currency char(3) not null,
    state varchar(16) not null,
    decline_reason varchar(40) null,
    created_at datetime(6) not null,
    primary key (booking_id, attempt, leg),
    constraint payment_attempts_payment foreign key (booking_id) references payments (booking_id),
    constraint payment_attempts_numbers check (attempt > 0 and leg > 0 and amount > 0),
    constraint payment_attempts_currency check (currency regexp '^[A-Z]{3}$'),
    constraint payment_attempts_method check (method in ('POINTS')),
    constraint payment_attempts_state check (state in ('CHARGED', 'DECLINED')),
    constraint payment_attempts_reason
        check ((state = 'DECLINED') = (decline_reason is not null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table payment_attempts;
