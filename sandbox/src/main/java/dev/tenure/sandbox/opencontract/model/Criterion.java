package dev.tenure.sandbox.opencontract.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of an acceptance criterion, and what a Backup Agent says of it. */
public enum Criterion {
  MET,
  NOT_MET,
  UNCLEAR;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public static Optional<Criterion> named(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
