package dev.tenure.sandbox.pages;

import java.util.List;

/** What the overview shows, as words ready to print. */
public record OverviewPage(
    List<Waiting> pending,
    String contractsHeading,
    List<Work> milestones,
    String ledgerHeading,
    List<Entry> ledger) {

  /** A pending approval. */
  public record Waiting(String id, String path, String what, String until) {}

  /** A milestone of a contract. */
  public record Work(
      String contract, String trainer, String milestone, String state, String amount) {}

  /** A line of the ledger. */
  public record Entry(String at, String type, String about, String note, String amount) {}
}
