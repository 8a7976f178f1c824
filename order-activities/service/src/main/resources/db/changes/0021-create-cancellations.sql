--liquibase formatted sql

--changeset boxoffice:0021-create-cancellations
-- One row per cancellation of a confirmed order; it only moves from CLAIMED to CLOSED. What goes
-- back and what is kept is fixed with the claim, in the order's currency; they add up to the prices
-- of the lines that carry its id.
create table cancellations (
    booking_id      char(36)    not null,
    cancellation_id varchar(40) not null,
    state           varchar(7)  not null,
    cause           varchar(11) not null,
    refund          bigint      not null,
    fee             bigint      not null,
    command_hash    varchar(64) not null,
    asked_at        datetime(6) not null,
    claimed_at      datetime(6) not null,
    closed_at       datetime(6),
    primary key (booking_id, cancellation_id),
    constraint cancellations_order foreign key (booking_id) references orders (booking_id),
    constraint cancellations_state check (state in ('CLAIMED', 'CLOSED')),
    constraint cancellations_cause check (cause in ('BY_BUYER', 'BY_PROMOTER')),
    constraint cancellations_money check (refund >= 0 and fee >= 0),
    constraint cancellations_closed check ((state = 'CLOSED') = (closed_at is not null))
) character set utf8mb4 collate utf8mb4_bin;

--changeset boxoffice:0021-index-open-cancellations
-- The audit pages through the open rows by booking; the closed ones it must not read.
create index cancellations_open on cancellations (state, booking_id);

--changeset boxoffice:0021-give-order-lines-a-state
-- A line is confirmed, claimed by one cancellation, or canceled by it.
alter table order_lines
    add column state varchar(9) not null default 'CONFIRMED',
    add column cancellation_id varchar(40),
    add column fee bigint;

--changeset boxoffice:0021-order-lines-move-by-a-cancellation
alter table order_lines
    add constraint order_lines_state check (state in ('CONFIRMED', 'CLAIMED', 'CANCELED')),
    add constraint order_lines_claim check (
        (state = 'CONFIRMED') = (cancellation_id is null)
        and (state = 'CONFIRMED') = (fee is null)),
    add constraint order_lines_fee check (fee is null or (fee >= 0 and fee <= price)),
    add constraint order_lines_cancellation foreign key (order_id, cancellation_id)
        references cancellations (booking_id, cancellation_id);
