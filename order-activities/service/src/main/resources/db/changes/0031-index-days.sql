--liquibase formatted sql

-- A day of sales and a day of cancellations are read for the settlement.
--changeset boxoffice:0031-index-days-of-sales
create index orders_by_day on orders (confirmed_at);

--changeset boxoffice:0031-index-days-of-cancellations
create index cancellations_by_day on cancellations (closed_at);
