package dev.tenure.sandbox.opencontract.model;

import java.util.Locale;

/** What became of the slice of a Backup Agent's bond that stood for one criterion. */
public enum BondOutcome {
  RETURNED,
  SLASHED,
  PARTIALLY_SLASHED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
