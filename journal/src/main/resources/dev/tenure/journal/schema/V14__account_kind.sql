-- Which marketplace an account is one of; its origin alone does not tell.

alter table accounts
    -- opentrain or opencontract
    add column kind text not null default 'opentrain';

update accounts set kind = 'opencontract' where facts -> 'agent' is not null;
