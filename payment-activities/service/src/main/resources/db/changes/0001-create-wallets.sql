--liquibase formatted sql

--changeset boxoffice:0001-create-wallets
create table wallets (
    buyer_id varchar(120) not null,
    balance bigint not null,
    currency char(3) not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    primary key (buyer_id),
    constraint wallets_balance check (balance >= 0),
    constraint wallets_currency check (currency regexp '^[A-Z]{3}$')
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table wallets;
