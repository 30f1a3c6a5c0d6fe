package dev.tenure.sandbox.opencontract.model;

import dev.tenure.sandbox.http.EnumWord;
import java.util.Locale;

/** What became of an acceptance criterion, and what a Backup Agent says of it. */
public enum Criterion implements EnumWord {
  MET,
  NOT_MET,
  UNCLEAR;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
