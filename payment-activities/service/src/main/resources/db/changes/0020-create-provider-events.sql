--liquibase formatted sql

--changeset boxoffice:0020-create-provider-events
create table provider_events (
    event_id varchar(255) not null,
    type varchar(100) not null,
    ref varchar(255) null,
    received_at datetime(6) not null,
    primary key (event_id),
    key provider_events_by_ref (ref)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
--rollback drop table provider_events;
