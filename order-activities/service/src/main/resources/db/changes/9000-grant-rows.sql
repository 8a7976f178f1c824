--liquibase formatted sql

--changeset boxoffice:9000-grant-rows runOnChange:true
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select current_user() like '%\_owner@%'
-- The owner, who runs this, is called like the service's user, and _owner. That user may add rows
-- everywhere here, change them in these tables, delete none, and touch no table itself: what became of
-- an order is read from its rows, so none of them may go. The right to delete is taken back from
-- those who were given it once; what they do not have they cannot lose, so all get it first.
set @grantee = concat('`', replace(substring_index(current_user(), '@', 1), '_owner', ''), '`@`',
    substring_index(current_user(), '@', -1), '`');
set @rights = concat('grant update, delete on orders to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('revoke delete on orders from ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on order_lines to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('revoke delete on order_lines from ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on cancellations to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('revoke delete on cancellations from ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on disputes to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('revoke delete on disputes from ', @grantee);
prepare rights from @rights;
execute rights;
deallocate prepare rights;
