-- What an Idempotency-Key was used for, so that it is never taken for another request. The scope is a hire, or 'hires'
-- for the requests that make one.

create table request_keys (
    scope   text        not null,
    key     text        not null,
    digest  text        not null,
    -- the id of the hire or the key of the milestone that the request made
    made    text,
    used_at timestamptz not null default now(),
    primary key (scope, key)
);

-- An incident is read by its id alone.
create index incidents_id on incidents (id);
