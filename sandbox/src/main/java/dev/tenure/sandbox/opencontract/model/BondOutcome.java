package dev.tenure.sandbox.opencontract.model;

import dev.tenure.sandbox.http.EnumWord;
import java.util.Locale;

/** What became of the slice of a Backup Agent's bond that stood for one criterion. */
public enum BondOutcome implements EnumWord {
  RETURNED,
  SLASHED,
  PARTIALLY_SLASHED;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
