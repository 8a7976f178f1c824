--liquibase formatted sql

--changeset boxoffice:0001-create-venues
create table venues (
    venue_id varchar(40) not null,
    name varchar(200) not null,
    primary key (venue_id)
) character set utf8mb4 collate utf8mb4_bin;
