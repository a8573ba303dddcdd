-- One request that became many training jobs; its row is locked by whoever moves it on.
create table sweep (
    id          uuid primary key,
    name        varchar(100),
    method      varchar(16) not null,
    objective   varchar(32) not null,
    fields      varchar(2000) not null,
    seed        bigint not null,
    eta         integer,
    min_epochs  integer,
    epochs      integer,
    promotion   varchar(16) not null,
    state       varchar(16) not null,
    rung        integer not null,
    created_at  timestamp with time zone not null,
    finished_at timestamp with time zone,
    idempotency_key varchar(255) unique,
    request_sha256  char(64)
);

create index sweep_newest on sweep (created_at, id);
create index sweep_by_state on sweep (state);

-- A job may be deleted by itself; its trial then stays without one.
create table sweep_trial (
    sweep_id uuid not null references sweep (id) on delete cascade,
    trial    integer not null,
    job_id   uuid references training_job (id) on delete set null,
    settings varchar(4000) not null,
    rung     integer not null,
    ended    varchar(200),
    primary key (sweep_id, trial)
);

create index sweep_trial_by_job on sweep_trial (job_id);
