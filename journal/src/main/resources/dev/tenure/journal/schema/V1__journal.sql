-- The permanent record. Documents are kept whole as jsonb; the columns beside them are what is searched by.

create table hires (
    id           text primary key,
    seq          bigint generated always as identity,
    account      text        not null,
    proposal_id  text        not null,
    generation   integer     not null,
    -- the generation that stands for its proposal: the newest one
    current      boolean     not null,
    replaces     text references hires (id),
    external_ref text,
    labels       jsonb       not null,
    digest       text        not null,
    plan         jsonb       not null,
    status       text        not null,
    contract_id  text,
    run_id       text,
    epoch        integer     not null default 1,
    version      bigint      not null,
    document     jsonb       not null,
    created_at   timestamptz not null,
    closed_at    timestamptz,
    started_at   timestamptz,
    refused_at   timestamptz,
    recorded_at  timestamptz not null default now(),
    unique (account, proposal_id, generation)
);
create unique index hires_identity on hires (account, proposal_id) where current;
create unique index hires_seq on hires (seq);
create index hires_status on hires (status, seq);
create index hires_contract on hires (contract_id) where contract_id is not null;
create index hires_external_ref on hires (external_ref) where external_ref is not null;
create index hires_labels on hires using gin (labels jsonb_path_ops);
create index hires_unstarted on hires (created_at) where started_at is null and run_id is null and refused_at is null;

-- Every run that ever spoke for a hire, so that a late word of an old run is known as such.
create table runs (
    hire_id text    not null references hires (id),
    run_id  text    not null,
    epoch   integer not null,
    primary key (hire_id, run_id)
);

create table milestones (
    hire_id      text    not null references hires (id),
    key          text    not null,
    position     integer not null,
    milestone_id text,
    epoch        integer not null,
    version      bigint  not null,
    document     jsonb   not null,
    primary key (hire_id, key)
);
create index milestones_milestone_id on milestones (milestone_id) where milestone_id is not null;

create table approvals (
    hire_id    text        not null references hires (id),
    id         text        not null,
    status     text        not null,
    expires_at timestamptz not null,
    epoch      integer     not null,
    version    bigint      not null,
    document   jsonb       not null,
    primary key (hire_id, id)
);
create index approvals_id on approvals (id);
create index approvals_deadline on approvals (status, expires_at, id);

create table incidents (
    hire_id   text        not null references hires (id),
    id        text        not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    epoch     integer     not null,
    version   bigint      not null,
    document  jsonb       not null,
    primary key (hire_id, id)
);

create table events (
    id       bigint generated always as identity primary key,
    hire_id  text    not null references hires (id),
    epoch    integer not null,
    number   bigint  not null,
    -- place in the event feed, given after the commit: see Positions
    position bigint,
    document jsonb   not null,
    unique (hire_id, epoch, number)
);
create unique index events_position on events (position) where position is not null;
create index events_hire_position on events (hire_id, position) where position is not null;
create index events_unnumbered on events (id) where position is null;
create sequence event_positions;

create table accounts (
    id         text primary key,
    cursor     text,
    feed_at    timestamptz,
    last_error text
);

-- Bells whose subject was unknown when they rang.
create table parked_bells (
    account      text        not null,
    event_id     text        not null,
    approval_id  text,
    milestone_id text,
    contract_id  text,
    proposal_id  text,
    -- the batch that was answered with this bell; the same batch, repeated, is answered with it again
    taken_by     text,
    parked_at    timestamptz not null default now(),
    document     jsonb       not null,
    primary key (account, event_id)
);
create index parked_bells_approval on parked_bells (account, approval_id);
create index parked_bells_milestone on parked_bells (account, milestone_id);
create index parked_bells_contract on parked_bells (account, contract_id);
create index parked_bells_proposal on parked_bells (account, proposal_id);
create index parked_bells_age on parked_bells (parked_at);
