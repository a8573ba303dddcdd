-- Who runs a job, under which fencing token (attempts), and what is wished of it.
alter table training_job add column node varchar(100);
alter table training_job add column dispatches integer default 0 not null;
alter table training_job add column crashes integer default 0 not null;
alter table training_job add column wish varchar(16);
alter table training_job add column priority integer default 0 not null;
alter table training_job add column max_seconds bigint;
alter table training_job add column ran_seconds double precision default 0 not null;
alter table training_job add column pause_after_epoch integer;
alter table training_job add column queued_at timestamp with time zone;
alter table training_job add column idempotency_key varchar(255);
alter table training_job add column request_sha256 varchar(64);
alter table training_job add constraint training_job_idempotency_key unique (idempotency_key);
update training_job set wish = 'CANCEL' where cancel_requested;
alter table training_job drop column cancel_requested;

create index training_job_state on training_job (state);

-- A STATE event is one transition; its node is where the job ran or was told to.
alter table training_job_event add column from_state varchar(16);
alter table training_job_event add column node varchar(100);

-- How far the epoch after the checkpoint's has come.
alter table checkpoint add column batch integer default 0 not null;
alter table checkpoint add column loss_sum double precision default 0 not null;
alter table checkpoint add column correct integer default 0 not null;
alter table checkpoint add column seconds double precision default 0 not null;

-- Its one row is locked by whoever puts a job into the queue, so that the queue's bound holds on every node together.
create table training_queue (
    id integer primary key
);
insert into training_queue (id) values (1);

-- db-scheduler's table, by its own definition for PostgreSQL.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time on scheduled_tasks (priority desc, execution_time asc);
