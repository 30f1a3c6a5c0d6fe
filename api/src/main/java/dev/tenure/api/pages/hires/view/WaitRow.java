package dev.tenure.api.pages.hires.view;

import dev.tenure.api.hires.json.WaitJson;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a hire waits for, in words for people.
 *
 * @param approval that it waits for, where it is one that can be decided now
 */
public record WaitRow(Wait awaited, @Nullable ApprovalRow approval) {

  public static List<WaitRow> of(HireView hire, List<ApprovalView> pending) {
    return hire.document().waitingFor().stream()
        .sorted(WaitJson.SOONEST)
        .map(awaited -> new WaitRow(awaited, approval(awaited, hire, pending)))
        .toList();
  }

  private static @Nullable ApprovalRow approval(
      Wait awaited, HireView hire, List<ApprovalView> pending) {
    return pending.stream()
        .filter(one -> one.approval().id().equals(awaited.approvalId()))
        .findFirst()
        .map(one -> ApprovalRow.of(one, hire))
        .orElse(null);
  }

  public String key() {
    return "wait-%s-%s-%s"
        .formatted(awaited.kind().wire(), awaited.milestone(), awaited.incidentId());
  }

  /** Where a person can act on it. */
  public @Nullable String url() {
    return approval == null ? Links.out(awaited.url()) : approval.url();
  }

  /** What the link to it says. */
  public String button() {
    if (approval != null) {
      return approval.button();
    }
    return awaited.kind() == WaitKind.APPROVAL ? "Decide" : "See it on the marketplace";
  }

  public String words() {
    String milestone = awaited.milestone();
    String of = milestone == null ? "" : " of " + milestone;
    return switch (awaited.kind()) {
      case APPROVAL ->
          approval != null
              ? "Approval: " + approval.what()
              : milestone == null ? "An approval" : "An approval for " + milestone;
      case DELIVERY -> "The delivery" + of;
      case MATCH -> "A Worker who accepts" + (milestone == null ? "" : " " + milestone);
      case VOTES -> "The votes on the dispute" + of;
      case SETTLEMENT ->
          "The marketplace's transfers" + (milestone == null ? "" : " for " + milestone);
      case COMMAND ->
          milestone == null
              ? "Your command to end the contract"
              : "Your command to fund or release " + milestone;
      case RESOLUTION -> "An answer to an incident" + of;
    };
  }
}
