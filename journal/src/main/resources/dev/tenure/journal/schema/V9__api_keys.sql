-- API keys that are made, listed and revoked while the front runs. Of a secret only its SHA-256 is kept.

create table api_keys (
    id           text        primary key,
    name         text        not null,
    hash         text        not null,
    scopes       jsonb       not null,
    -- the accounts whose hires the key may see and command; null for all
    accounts     jsonb,
    created_at   timestamptz not null default now(),
    created_by   text        not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    -- coarse: written at most once a minute
    last_used_at timestamptz
);
-- A name says in the audit list who it was, so that only one key at a time may have it.
create unique index api_keys_name on api_keys (name) where revoked_at is null;
create index api_keys_created on api_keys (created_at desc, id desc);
