-- An intent that is given up has one row in the state closed and nothing else of a payment. It takes the place
-- in payments_intent, so that no attempt of before can record a payment of the intent any more.
alter table payments
    alter column payer drop not null,
    alter column payee drop not null,
    alter column scheme drop not null,
    alter column network drop not null,
    alter column asset drop not null,
    alter column token_name drop not null,
    alter column token_version drop not null,
    alter column units drop not null,
    alter column x402_version drop not null,
    alter column validity_s drop not null,
    alter column valid_after drop not null,
    alter column valid_before drop not null,
    add constraint payments_whole check (
        state = 'closed'
        or num_nulls(payer, payee, scheme, network, asset, token_name, token_version, units, x402_version,
                     validity_s, valid_after, valid_before) = 0);
