package dev.tenure.activities.notify;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.money.Money;
import java.time.Instant;

/** Notices for tests: the funding of a milestone, with 12 hours left. */
final class Notices {

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final Instant DEADLINE = Instant.parse("2026-11-21T22:00:00Z");

  private Notices() {}

  static Notice funding(String channel, int number) {
    return of(channel, number, ApprovalKind.MILESTONE_FUND, "m2 (Night frames)", DEADLINE);
  }

  static Notice of(
      String channel, int number, ApprovalKind kind, String milestone, Instant deadline) {
    return new Notice(
        channel,
        number,
        4,
        "hir_1",
        "apr_1",
        "prp_1",
        kind,
        milestone,
        kind == ApprovalKind.CONTRACT_END ? null : Money.usd("250"),
        kind == ApprovalKind.CONTRACT_END ? null : Money.usd("12.50"),
        "https://market.example/approvals/apr_1",
        deadline,
        NOW);
  }
}
