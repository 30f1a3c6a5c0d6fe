package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.Wait;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a hire waits for, ready to print.
 *
 * @param total what is moved by a yes, where the hire waits for one
 * @param note what is to be known of it
 * @param button what the link to the marketplace says
 * @param here whether the link is one to a page of ours
 * @param main whether the link is the useful answer
 */
public record WaitRow(
    String key,
    String words,
    @Nullable String total,
    @Nullable String note,
    boolean warn,
    @Nullable String url,
    boolean here,
    String button,
    boolean main,
    @Nullable Moment deadline) {

  private static final Comparator<Wait> SOONEST =
      Comparator.comparing(Wait::deadline, Comparator.nullsLast(Comparator.naturalOrder()));

  public static List<WaitRow> of(HireView hire, List<ApprovalView> pending, RelativeTimes times) {
    return hire.document().waitingFor().stream()
        .sorted(SOONEST)
        .map(waiting -> of(waiting, approval(waiting, hire, pending, times), times))
        .toList();
  }

  private static @Nullable ApprovalRow approval(
      Wait waiting, HireView hire, List<ApprovalView> pending, RelativeTimes times) {
    return pending.stream()
        .filter(one -> one.approval().id().equals(waiting.approvalId()))
        .findFirst()
        .map(one -> ApprovalRow.of(one, hire, times))
        .orElse(null);
  }

  private static WaitRow of(Wait waiting, @Nullable ApprovalRow approval, RelativeTimes times) {
    return new WaitRow(
        "wait-" + waiting.kind().wire() + "-" + waiting.milestone() + "-" + waiting.incidentId(),
        words(waiting, approval),
        approval == null ? null : approval.total(),
        approval == null ? null : approval.yes() + " " + approval.no(),
        approval != null && approval.decline(),
        approval == null ? Links.out(waiting.url()) : approval.url(),
        approval != null && approval.here(),
        button(waiting, approval),
        approval != null,
        waiting.deadline() == null ? null : times.when(waiting.deadline()));
  }

  private static String button(Wait waiting, @Nullable ApprovalRow approval) {
    if (approval != null) {
      return approval.button();
    }
    return switch (waiting.kind()) {
      case APPROVAL -> "Decide";
      case DELIVERY, MATCH, VOTES, SETTLEMENT, COMMAND, RESOLUTION -> "See it on the marketplace";
    };
  }

  private static String words(Wait waiting, @Nullable ApprovalRow approval) {
    String milestone = waiting.milestone();
    return switch (waiting.kind()) {
      case APPROVAL ->
          approval != null
              ? "Approval: " + approval.what()
              : milestone == null ? "An approval" : "An approval for " + milestone;
      case DELIVERY -> milestone == null ? "The delivery" : "The delivery of " + milestone;
      case MATCH -> "A Worker who accepts" + of(milestone);
      case VOTES -> "The votes on the dispute" + of(milestone);
      case SETTLEMENT -> "The marketplace's transfers" + of(milestone);
      case COMMAND ->
          milestone == null
              ? "Your command to end the contract"
              : "Your command to fund or release " + milestone;
      case RESOLUTION ->
          milestone == null
              ? "An answer to an incident"
              : "An answer to an incident of " + milestone;
    };
  }

  private static String of(@Nullable String milestone) {
    return milestone == null ? "" : " of " + milestone;
  }
}
