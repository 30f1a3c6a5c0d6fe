-- An approval that was out of sight and is pending again is reminded of anew: each round has a number, and with it a
-- workflow of its own.

alter table approvals add column reminder_round integer not null default 1;

drop index approvals_reminders_to_begin;
create index approvals_reminders_to_begin on approvals (expires_at)
    where status = 'pending' and (reminders_begun_at is null or reminders_over_at is not null);
