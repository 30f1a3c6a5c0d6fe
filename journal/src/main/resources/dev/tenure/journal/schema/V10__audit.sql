-- Who did what: every command, and everything that was done with keys and sessions, also where it was refused.

create table audit_entries (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    -- the name of the key; null where nobody was recognised
    actor   text,
    key_id  text,
    -- how the actor was recognised: key, session or local
    via     text,
    -- the address that the request came from
    remote  text,
    action  text        not null,
    hire_id text,
    -- what else it was about: a milestone, an incident, a key
    subject text,
    -- carried_out, refused or unanswered
    outcome text        not null,
    status  integer     not null,
    -- the code of the problem, where it was not carried out
    code    text
);
create index audit_entries_hire on audit_entries (hire_id, id) where hire_id is not null;
create index audit_entries_actor on audit_entries (actor, id) where actor is not null;
create index audit_entries_at on audit_entries (at, id);
