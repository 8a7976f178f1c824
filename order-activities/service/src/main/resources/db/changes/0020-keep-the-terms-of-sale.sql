--liquibase formatted sql

-- A booking keeps the fee policy that it was bought under, as the hold gave it: JSON, with the
-- venue's time zone. The days of the policy count from booked_at.
--changeset boxoffice:0020-keep-the-terms-of-sale
alter table orders
    add column booked_at datetime(6),
    add column fee_policy varchar(4000);

-- What was sold before there were policies was sold under what became the default.
--changeset boxoffice:0020-terms-of-earlier-sales
update orders
set booked_at = confirmed_at,
    fee_policy = '{"policyId": "standard", "version": 1, "zone": "Asia/Seoul", "tiers": [
        {"daysBeforeMin": 1, "daysAfterBookingMax": 0, "feePercent": 0},
        {"daysBeforeMin": 10, "daysAfterBookingMax": 7, "feePercent": 0},
        {"daysBeforeMin": 10, "feePercent": 10, "feeMax": 4000},
        {"daysBeforeMin": 7, "feePercent": 10},
        {"daysBeforeMin": 3, "feePercent": 20},
        {"daysBeforeMin": 1, "feePercent": 30}]}'
where state = 'CONFIRMED';

--changeset boxoffice:0020-a-sale-has-its-terms
alter table orders
    add constraint orders_terms check (
        (state = 'CONFIRMED') = (booked_at is not null)
        and (state = 'CONFIRMED') = (fee_policy is not null)),
    add constraint orders_fee_policy check (fee_policy is null or json_valid(fee_policy));
