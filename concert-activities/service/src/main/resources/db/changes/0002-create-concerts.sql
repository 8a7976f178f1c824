--liquibase formatted sql

--changeset boxoffice:0002-create-concerts
create table concerts (
    concert_id varchar(40) not null,
    title varchar(200) not null,
    primary key (concert_id)
) character set utf8mb4 collate utf8mb4_bin;
