--liquibase formatted sql

--changeset boxoffice:0007-open-payments-to-cards
-- captured: what the current attempt holds; of a split payment the points come before the card.
-- claimed: what cancellations have claimed of it, refunds and fees together.
alter table payments
    add column card_used boolean not null default false,
    add column provider_ref varchar(80) null,
    add column claimed bigint not null default 0,
    drop constraint payments_captured,
    drop constraint payments_taken,
    add constraint payments_captured check (captured >= 0 and captured <= coalesce(amount, 0)),
    add constraint payments_taken check (
        (state = 'CHARGING' and captured < amount and refunded = 0)
        or (state = 'OPEN' and captured = 0)
        or (state = 'CHARGED' and captured = amount)
        or state = 'REVERSING'
        or (state = 'REVERSED' and refunded = captured)),
    add constraint payments_claimed check (
        claimed >= 0 and claimed <= captured and (claimed = 0 or state = 'CHARGED')),
    add constraint payments_provider check (provider_ref is null or card_used);

--changeset boxoffice:0007-open-payment-attempts-to-cards
-- CHARGING: asked for, not known. CLOSED: fenced off at the provider, nothing was taken.
-- RETURNED: the points of an attempt whose card was declined.
alter table payment_attempts
    add column payment_method_id varchar(255) null,
    drop constraint payment_attempts_method,
    drop constraint payment_attempts_state,
    add constraint payment_attempts_method check (
        method in ('POINTS', 'CARD')
        and (payment_method_id is null or method = 'CARD')),
    add constraint payment_attempts_state check (
        state in ('CHARGING', 'CHARGED', 'DECLINED', 'RETURNED', 'CLOSED')
        and (method = 'CARD' or state not in ('CHARGING', 'CLOSED'))
        and (method = 'POINTS' or state <> 'RETURNED'));

--changeset boxoffice:0007-find-payments-by-provider
create index payments_by_provider on payments (provider_ref);
