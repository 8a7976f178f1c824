--liquibase formatted sql

-- Whose concert was sold, as the hold gave it.
--changeset boxoffice:0030-keep-the-promoter
alter table orders add column promoter_id varchar(120);

-- What was sold before concerts had promoters was the sample promoter's.
--changeset boxoffice:0030-promoter-of-earlier-sales
update orders set promoter_id = 'park' where state = 'CONFIRMED';

--changeset boxoffice:0030-a-sale-has-its-promoter
alter table orders
    add constraint orders_promoter check (
        (state = 'CONFIRMED') = (promoter_id is not null));
