--liquibase formatted sql

--changeset boxoffice:0005-add-sample-wallets contextFilter:sample
insert into wallets (buyer_id, balance, currency, created_at, updated_at)
values ('mina', 1000000, 'KRW', utc_timestamp(6), utc_timestamp(6)),
    ('jisoo', 500000, 'KRW', utc_timestamp(6), utc_timestamp(6)),
    ('tae', 200000, 'KRW', utc_timestamp(6), utc_timestamp(6)),
    ('hyun', 0, 'KRW', utc_timestamp(6), utc_timestamp(6));
insert into ledger_entries (idempotency_key, account, amount, currency, cause, created_at)
values ('top-up/sample/mina', 'top-ups', -1000000, 'KRW', 'TOP_UP', utc_timestamp(6)),
    ('top-up/sample/mina', 'wallet:mina', 1000000, 'KRW', 'TOP_UP', utc_timestamp(6)),
    ('top-up/sample/jisoo', 'top-ups', -500000, 'KRW', 'TOP_UP', utc_timestamp(6)),
    ('top-up/sample/jisoo', 'wallet:jisoo', 500000, 'KRW', 'TOP_UP', utc_timestamp(6)),
    ('top-up/sample/tae', 'top-ups', -200000, 'KRW', 'TOP_UP', utc_timestamp(6)),
    ('top-up/sample/tae', 'wallet:tae', 200000, 'KRW', 'TOP_UP', utc_timestamp(6));
--rollback delete from ledger_entries where idempotency_key like 'top-up/sample/%';
--rollback delete from wallets where buyer_id in ('mina', 'jisoo', 'tae', 'hyun');
