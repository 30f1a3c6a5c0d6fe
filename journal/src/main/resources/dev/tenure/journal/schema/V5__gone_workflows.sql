-- Whether an open hire's workflow is still there, and whether it is to be asked for its whole tale again.

alter table hires add column looked_at timestamptz;
alter table hires add column gone_at timestamptz;
alter table hires add column retell_due boolean not null default false;

create index hires_to_look_at on hires (looked_at nulls first)
    where closed_at is null and gone_at is null and refused_at is null;
create index hires_to_retell on hires (id) where retell_due;
