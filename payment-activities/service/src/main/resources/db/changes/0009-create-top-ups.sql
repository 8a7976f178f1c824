--liquibase formatted sql

--changeset boxoffice:0009-create-top-ups
create table top_ups (
    top_up_id char(36) not null,
    buyer_id varchar(120) not null,
    amount bigint not null,
    currency char(3) not null,
    payment_method_id varchar(255) not null,
    state varchar(16) not null,
    decline_reason varchar(40) null,
    provider_ref varchar(80) null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    primary key (top_up_id),
    key top_ups_by_provider (provider_ref),
    key top_ups_open (state, updated_at),
    constraint top_ups_amount check (amount > 0),
    constraint top_ups_currency check (currency regexp '^[A-Z]{3}$'),
    constraint top_ups_state check (state in ('PENDING', 'DONE', 'DECLINED')),
    constraint top_ups_reason check ((state = 'DECLINED') = (decline_reason is not null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table top_ups;
