package dev.tenure.journal.read;

import dev.tenure.journal.ledger.HireLedger;

/** A hire and its money. */
public record LedgerView(HireView hire, HireLedger ledger) {}
