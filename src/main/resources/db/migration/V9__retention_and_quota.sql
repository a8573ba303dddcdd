-- Its one row is locked by whoever adds a model, so that the quota holds on every node together.
create table model_quota (
    id integer primary key
);
insert into model_quota (id) values (1);

-- What ended when, for what is removed a long time after.
create index training_job_by_end on training_job (finished_at);
create index sweep_by_end on sweep (finished_at);
create index ensemble_by_end on ensemble (finished_at);
