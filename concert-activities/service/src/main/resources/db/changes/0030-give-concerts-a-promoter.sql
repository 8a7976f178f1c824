--liquibase formatted sql

-- Whose concert it is: the subject of the promoter's token. The concerts that stood here before
-- there were promoters are the samples, and those are the sample promoter's.
--changeset boxoffice:0030-give-concerts-a-promoter
alter table concerts add column promoter_id varchar(120) not null default 'park';

--changeset boxoffice:0030-no-concert-without-a-promoter
alter table concerts alter column promoter_id drop default;
