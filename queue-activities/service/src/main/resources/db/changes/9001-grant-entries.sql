--liquibase formatted sql

--changeset boxoffice:9001-grant-entries
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select current_user() like '%\_owner@%'
-- As 9000, for the tables that came later; what was done to a room is never changed.
set @grantee = concat('`', replace(substring_index(current_user(), '@', 1), '_owner', ''), '`@`',
    substring_index(current_user(), '@', -1), '`');
set @rights = concat('grant update, delete on entries to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on pass_keys to ', @grantee);
prepare rights from @rights;
execute rights;
deallocate prepare rights;
