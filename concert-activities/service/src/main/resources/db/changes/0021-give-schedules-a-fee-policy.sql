--liquibase formatted sql

--changeset boxoffice:0021-give-venues-a-time-zone
alter table venues add column time_zone varchar(40) not null default 'Asia/Seoul';

--changeset boxoffice:0021-give-schedules-a-fee-policy
alter table schedules
    add column fee_policy_id varchar(40) not null default 'standard',
    add column fee_policy_version int not null default 1;

--changeset boxoffice:0021-fee-policies-of-schedules-exist
alter table schedules
    add constraint schedules_fee_policy foreign key (fee_policy_id, fee_policy_version)
        references fee_policies (policy_id, version);
