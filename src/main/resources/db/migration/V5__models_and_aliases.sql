-- The size of the file, and the digits and logits by which a loaded model is checked.
alter table model_version add column file_size integer;
update model_version set file_size = octet_length(file);
alter table model_version alter column file_size set not null;
alter table model_version add column self_check bytea;

create index model_version_by_validation_accuracy on model_version (validation_accuracy, version);
create index model_version_by_test_accuracy on model_version (test_accuracy, version);

-- Every change of an alias; it outlives the alias and the versions.
create table model_alias_move (
    alias        varchar(64) not null,
    sequence     integer not null,
    kind         varchar(16) not null,
    from_version bigint,
    to_version   bigint,
    moved_at     timestamp with time zone not null,
    reason       varchar(200) not null,
    primary key (alias, sequence)
);

insert into model_alias_move (alias, sequence, kind, to_version, moved_at, reason)
select name, 1, 'SET', version, updated_at, 'set before there was a history' from model_alias;

-- A job goes on telling which version it made when that version has been deleted: a column without a foreign key.
alter table training_job add column made_version bigint;
update training_job set made_version = model_version;
alter table training_job drop column model_version;
alter table training_job rename column made_version to model_version;
