-- What the account sweep saw last of each active contract, so that a worker that starts anew tells only what changed.

create table contract_sweeps (
    account     text        not null,
    contract_id text        not null,
    proposal_id text,
    digest      text        not null,
    seen_at     timestamptz not null default now(),
    -- what became of it where its hire was closed: reopened, left, or no_history
    closed_hire text,
    primary key (account, contract_id)
);

alter table accounts
    -- when the account's active contracts were last read
    add column swept_at    timestamptz,
    add column sweep_error text,
    -- what the sweep found and did then
    add column sweep       jsonb;
