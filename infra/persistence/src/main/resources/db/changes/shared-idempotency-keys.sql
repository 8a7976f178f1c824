--liquibase formatted sql

--changeset boxoffice:shared-create-idempotency-keys
-- What was answered to a request under its key. The row is written before the work and in its
-- transaction, so that its primary key is what the second of two at once waits for.
create table idempotency_keys (
    subject varchar(128) not null,
    idempotency_key varchar(128) not null,
    request_hash char(64) not null,
    status smallint,
    location varchar(500),
    body mediumblob,
    created_at datetime(6) not null,
    primary key (subject, idempotency_key),
    key idempotency_keys_by_age (created_at)
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:shared-grant-idempotency-keys
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select current_user() like '%\_owner@%'
-- The owner, who runs this, is called like the service's user, and _owner.
set @rights = concat('grant update, delete on idempotency_keys to `',
    replace(substring_index(current_user(), '@', 1), '_owner', ''), '`@`',
    substring_index(current_user(), '@', -1), '`');
prepare rights from @rights;
execute rights;
deallocate prepare rights;
