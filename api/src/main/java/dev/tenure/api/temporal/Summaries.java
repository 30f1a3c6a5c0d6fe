package dev.tenure.api.temporal;

import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import java.util.stream.Collectors;

/**
 * What Temporal's Web UI says of a hire for good. Words that a person wrote stay out of it: they
 * may name people.
 */
final class Summaries {

  private Summaries() {}

  static String summary(HirePlan plan) {
    int count = plan.milestones().size();
    // On OpenContract a hire is known by words of the requester's own.
    String what =
        plan.openContract() == null ? "from proposal " + plan.proposalId() : "on OpenContract";
    return "Hire %s: %d %s, %s"
        .formatted(what, count, count == 1 ? "milestone" : "milestones", total(plan));
  }

  static String details(HirePlan plan) {
    String milestones =
        plan.milestones().stream().map(Summaries::milestone).collect(Collectors.joining("\n"));
    String cap = plan.cap() == null ? "none" : plan.cap().withCode();
    return "Account: %s%n%nMilestones:%n%n%s%n%nWith every fee: %s. Budget cap: %s."
        .formatted(plan.account(), milestones, worstCase(plan), cap);
  }

  private static String milestone(MilestonePlan milestone) {
    String due = milestone.dueDate() == null ? "" : ", due " + milestone.dueDate();
    return "- " + milestone.key() + ": " + milestone.amount().withCode() + due;
  }

  private static String total(HirePlan plan) {
    return plan.milestones().stream()
        .map(MilestonePlan::amount)
        .reduce((one, other) -> one.plus(other))
        .orElseThrow()
        .toString();
  }

  private static String worstCase(HirePlan plan) {
    return plan.worstCase().withCode();
  }
}
