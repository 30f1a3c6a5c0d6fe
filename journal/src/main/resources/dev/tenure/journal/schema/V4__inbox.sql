-- The list of open incidents, the longest open first.
create index incidents_open on incidents (opened_at, hire_id, id) where closed_at is null;
