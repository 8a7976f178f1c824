--liquibase formatted sql

--changeset boxoffice:9000-grant-rows splitStatements:true runOnChange:true
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select current_user() like '%\_owner@%'
-- The owner, who runs this, is called like the service's user, and _owner. That user may add rows
-- everywhere here, change them in these tables, and delete old webhooks alone: the ledger is append-only.
set @grantee = concat('`', replace(substring_index(current_user(), '@', 1), '_owner', ''), '`@`',
    substring_index(current_user(), '@', -1), '`');
set @rights = concat('grant update on wallets to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update on payments to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update on payment_attempts to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update on refunds to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update on top_ups to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update on disputes to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant delete on provider_events to ', @grantee);
prepare rights from @rights;
execute rights;
deallocate prepare rights;
