-- Who began a hire, where a key or session is known: some hires bar them from deciding its approvals.
alter table hires add column requested_by text;

-- The hire that told the entry, where no ledger of the marketplace's does; absent for what was read there.
alter table ledger_entries
    add column hire_id       text references hires (id),
    -- the milestone of that hire: what it is on the marketplace changes with each Worker
    add column milestone_key text;
create index ledger_entries_hire on ledger_entries (hire_id) where hire_id is not null;
