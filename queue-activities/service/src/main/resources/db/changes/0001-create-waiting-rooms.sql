--liquibase formatted sql

--changeset boxoffice:0001-create-waiting-rooms
-- A schedule that stands here is sold to holders of a pass alone.
create table waiting_rooms (
    schedule_id varchar(40) not null,
    created_at  datetime(6) not null,
    primary key (schedule_id)
) character set utf8mb4 collate utf8mb4_bin;
