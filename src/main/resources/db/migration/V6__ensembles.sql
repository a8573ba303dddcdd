-- Several networks that are to answer together; its row is locked by whoever moves it on.
create table ensemble (
    id          uuid primary key,
    name        varchar(100),
    combination varchar(16) not null,
    boosted     boolean not null,
    size        integer not null,
    promotion   varchar(16) not null,
    state       varchar(16) not null,
    failure     varchar(2000),
    model_version bigint,
    created_at  timestamp with time zone not null,
    finished_at timestamp with time zone,
    idempotency_key varchar(255) unique,
    request_sha256  char(64)
);

create index ensemble_newest on ensemble (created_at, id);
create index ensemble_by_state on ensemble (state);

-- A member has a job until it has a model; either may be deleted by itself later.
create table ensemble_member (
    ensemble_id uuid not null references ensemble (id) on delete cascade,
    member      integer not null,
    job_id      uuid references training_job (id) on delete set null,
    model_version bigint,
    primary key (ensemble_id, member)
);

create index ensemble_member_by_job on ensemble_member (job_id);
