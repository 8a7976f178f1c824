--liquibase formatted sql

--changeset boxoffice:0032-index-provider-events-by-age
-- The old ones are deleted from time to time.
create index provider_events_by_age on provider_events (received_at);
