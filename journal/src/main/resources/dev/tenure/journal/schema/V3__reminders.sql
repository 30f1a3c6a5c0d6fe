-- What was done about reminding people of an approval: begun once while it was pending, called off once it was decided.

alter table approvals add column reminders_begun_at timestamptz;
alter table approvals add column reminders_over_at timestamptz;

create index approvals_reminders_to_begin on approvals (expires_at)
    where status = 'pending' and reminders_begun_at is null;
create index approvals_reminders_to_call_off on approvals (expires_at)
    where status <> 'pending' and reminders_begun_at is not null and reminders_over_at is null;
