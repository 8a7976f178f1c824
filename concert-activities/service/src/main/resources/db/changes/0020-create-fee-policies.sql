--liquibase formatted sql

-- What is kept of a price when its ticket is given back. A version never changes once it is there;
-- a new rule is a new version, and schedules are moved to it. The tiers are asked in their order,
-- and the first that fits decides: days before the concert at least, days after the booking at most
-- (0 is the day itself), per cent of the price, and a cap in minor units of its currency.
--changeset boxoffice:0020-create-fee-policies
create table fee_policies (
    policy_id varchar(40) not null,
    version int not null,
    tiers varchar(2000) not null,
    primary key (policy_id, version),
    constraint fee_policies_version check (version >= 1),
    constraint fee_policies_tiers check (json_valid(tiers))
) character set utf8mb4 collate utf8mb4_bin;

-- Free until midnight of the day of booking, though never on the concert's day itself; free for
-- seven days after booking while the concert is ten or more days off; then 4,000 won, a tenth of
-- the price at most; from nine days before 10 %, from six 20 %, from two 30 %; on the day nothing.
--changeset boxoffice:0020-default-fee-policy
insert into fee_policies (policy_id, version, tiers) values ('standard', 1,
'[{"daysBeforeMin": 1, "daysAfterBookingMax": 0, "feePercent": 0},
  {"daysBeforeMin": 10, "daysAfterBookingMax": 7, "feePercent": 0},
  {"daysBeforeMin": 10, "feePercent": 10, "feeMax": 4000},
  {"daysBeforeMin": 7, "feePercent": 10},
  {"daysBeforeMin": 3, "feePercent": 20},
  {"daysBeforeMin": 1, "feePercent": 30}]');
