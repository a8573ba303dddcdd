-- Optimiser steps behind a checkpoint; what was saved before it was counted never depended on it.
alter table checkpoint add column step bigint default 0 not null;
