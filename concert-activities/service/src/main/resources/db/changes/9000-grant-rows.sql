--liquibase formatted sql

--changeset boxoffice:9000-grant-rows splitStatements:true
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select current_user() like '%\_owner@%'
-- The owner, who runs this, is called like the service's user, and _owner. That user may change and
-- delete rows here, and touch no table.
set @grantee = concat('`', replace(substring_index(current_user(), '@', 1), '_owner', ''), '`@`',
    substring_index(current_user(), '@', -1), '`');
set @rights = concat('grant update, delete on `', replace(database(), '_', '\\_'), '`.* to ', @grantee);
prepare rights from @rights;
execute rights;
deallocate prepare rights;
