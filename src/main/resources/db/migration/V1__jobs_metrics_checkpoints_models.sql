-- One schema for H2 and PostgreSQL: only types and clauses that both have.

create table model_version (
    version             bigint generated always as identity primary key,
    created_at          timestamp with time zone not null,
    job_id              uuid,
    architecture        varchar(64) not null,
    validation_accuracy double precision not null,
    test_accuracy       double precision not null,
    sha256              char(64) not null unique,
    file                bytea not null
);

create table model_alias (
    name       varchar(64) primary key,
    version    bigint not null references model_version (version),
    updated_at timestamp with time zone not null
);

create table training_job (
    id                uuid primary key,
    name              varchar(100),
    notes             varchar(2000),
    recipe            varchar(8000) not null,
    promotion         varchar(16) not null,
    state             varchar(16) not null,
    attempts          integer not null,
    cancel_requested  boolean not null,
    created_at        timestamp with time zone not null,
    started_at        timestamp with time zone,
    finished_at       timestamp with time zone,
    epoch             integer not null,
    batch             integer not null,
    batches_per_epoch integer not null,
    images_per_second double precision not null,
    progress_at       timestamp with time zone,
    failure           varchar(2000),
    model_version     bigint references model_version (version)
);

create index training_job_newest on training_job (created_at, id);

create table training_job_event (
    job_id     uuid not null references training_job (id) on delete cascade,
    sequence   integer not null,
    kind       varchar(16) not null,
    created_at timestamp with time zone not null,
    epoch      integer,
    state      varchar(16),
    reason     varchar(2000),
    primary key (job_id, sequence)
);

create table epoch_metrics (
    job_id              uuid not null references training_job (id) on delete cascade,
    epoch               integer not null,
    training_loss       double precision not null,
    training_accuracy   double precision not null,
    validation_loss     double precision not null,
    validation_accuracy double precision not null,
    learning_rate       double precision not null,
    seconds             double precision not null,
    images_per_second   double precision not null,
    primary key (job_id, epoch)
);

-- What training continues from (LAST) and what restoreBestWeights returns to (BEST).
create table checkpoint (
    job_id          uuid not null references training_job (id) on delete cascade,
    kind            varchar(8) not null,
    epoch           integer not null,
    parameters      bytea not null,
    optimiser_state bytea not null,
    primary key (job_id, kind)
);

-- Predictions on a whole split; everything an evaluation shows follows from them and the labels.
create table evaluation (
    job_id      uuid not null references training_job (id) on delete cascade,
    split       varchar(16) not null,
    loss        double precision not null,
    predicted   bytea not null,
    confidences bytea not null,
    primary key (job_id, split)
);
