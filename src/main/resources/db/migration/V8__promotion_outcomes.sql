-- What became of the model in the end, as JSON; null where nothing has yet, and in what ended before it was written down.
alter table training_job add column promotion_outcome varchar(2000);
alter table ensemble add column promotion_outcome varchar(2000);
alter table sweep add column promotion_outcome varchar(2000);
