-- What the workers signed to pay, recorded before each signature leaves, so that a lost answer never pays twice.

create table payments (
    intent         text        not null,
    nonce          text        not null,
    payer          text        not null,
    payee          text        not null,
    scheme         text        not null,
    network        text        not null,
    asset          text        not null,
    token_name     text        not null,
    token_version  text        not null,
    -- of the token
    units          numeric     not null check (units > 0),
    x402_version   int         not null,
    resource       text,
    validity_s     bigint      not null,
    valid_after    timestamptz not null,
    valid_before   timestamptz not null,
    signed_at      timestamptz not null,
    -- signed, settled or unpaid
    state          text        not null,
    transaction    text,
    primary key (intent, nonce)
);

-- An intent is paid once: another payment only after the one before was proven unpaid.
create unique index payments_intent on payments (intent) where state <> 'unpaid';

create index payments_day on payments (payer, signed_at) where state <> 'unpaid';
