-- What the accounts are, and what their marketplace booked.

alter table accounts
    -- origin of the marketplace, as the worker that serves the account was told
    add column marketplace  text,
    -- when a worker last said that it serves the account
    add column served_at    timestamptz,
    add column facts        jsonb,
    -- when the marketplace's ledger was last read to its end
    add column ledger_at    timestamptz,
    add column ledger_error text;

-- Entries of the marketplace's credits ledger. They never change, so they are only ever added.
create table ledger_entries (
    account      text        not null,
    id           text        not null,
    contract_id  text,
    proposal_id  text,
    milestone_id text,
    booked_at    timestamptz not null,
    document     jsonb       not null,
    primary key (account, id)
);
create index ledger_entries_contract on ledger_entries (account, contract_id) where contract_id is not null;
create index ledger_entries_proposal on ledger_entries (account, proposal_id) where contract_id is null;

-- Invoices that waited for somebody when the ledger was last read.
create table open_invoices (
    account      text  not null,
    id           text  not null,
    milestone_id text,
    document     jsonb not null,
    primary key (account, id)
);
create index open_invoices_milestone on open_invoices (account, milestone_id) where milestone_id is not null;
