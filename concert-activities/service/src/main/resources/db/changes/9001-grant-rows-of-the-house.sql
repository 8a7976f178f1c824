--liquibase formatted sql

--changeset boxoffice:9001-grant-rows-of-the-house
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select current_user() like '%\_owner@%'
-- As in 9000. A map never changes once it is drawn, so nobody gets more than to add to it.
set @grantee = concat('`', replace(substring_index(current_user(), '@', 1), '_owner', ''), '`@`',
    substring_index(current_user(), '@', -1), '`');
set @rights = concat('grant update on seat_blocks to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on presales to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on presale_codes to ', @grantee);
prepare rights from @rights;
execute rights;
set @rights = concat('grant update, delete on buyer_seats to ', @grantee);
prepare rights from @rights;
execute rights;
deallocate prepare rights;
