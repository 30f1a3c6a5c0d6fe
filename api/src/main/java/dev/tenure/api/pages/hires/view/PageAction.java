package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.wire.WireName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that a page can send.
 *
 * @param target key of the milestone or id of the incident, empty for the hire itself
 * @param choice the answer to an incident
 */
public record PageAction(ActionKind kind, String target, @Nullable Resolution choice) {

  /** What a link or a form that only confirms names, if pages offer it at all. */
  public static Optional<PageAction> read(
      String action, @Nullable String target, @Nullable String answer) {
    Resolution choice = WireName.find(Resolution.class, answer).orElse(null);
    return WireName.find(ActionKind.class, action)
        .map(kind -> new PageAction(kind, target == null ? "" : target, choice))
        .filter(one -> one.offered() && !one.needsForm());
  }

  /** What the state of a hire allows, one action for each answer to an incident. */
  public static List<PageAction> of(List<AllowedAction> allowed) {
    return allowed.stream().flatMap(PageAction::of).filter(PageAction::offered).toList();
  }

  private static Stream<PageAction> of(AllowedAction allowed) {
    String target = allowed.target() == null ? "" : allowed.target();
    return allowed.action() == ActionKind.RESOLVE
        ? allowed.choices().stream()
            .map(choice -> new PageAction(ActionKind.RESOLVE, target, choice))
        : Stream.of(new PageAction(allowed.action(), target, null));
  }

  private boolean offered() {
    return (kind == ActionKind.RESOLVE) == (choice != null);
  }

  /** Whether it needs more than a word: a whole form, on a page of its own. */
  public boolean needsForm() {
    return kind == ActionKind.ADD_MILESTONE || kind == ActionKind.CHANGE;
  }

  /** Where it is asked for and sent to. */
  public String path(String hireId) {
    return Links.hire(hireId)
        + (needsForm() ? "/" + kind.wire().replace('_', '-') : "/do/" + kind.wire());
  }

  /** Whether a person is asked once more: whatever moves money or ends something. */
  boolean asksFirst() {
    return switch (kind) {
      case PAUSE, RESUME -> false;
      case RESOLVE -> choice != Resolution.RETRY;
      case RELEASE, FUND, DROP, END, CANCEL, DISPUTE, ADD_MILESTONE, CHANGE -> true;
    };
  }

  /** What the address of a page says after it was carried out. */
  public String asDone() {
    return "done=" + Links.encoded(kind.wire()) + "&target=" + Links.encoded(target);
  }

  /** Whether an approval is what it asks people for. */
  public boolean asksFor(ApprovalDocument approval) {
    @Nullable ApprovalKind asked =
        switch (kind) {
          case RELEASE -> ApprovalKind.MILESTONE_APPROVE;
          case FUND -> ApprovalKind.MILESTONE_FUND;
          case DISPUTE -> ApprovalKind.MILESTONE_DISPUTE;
          case END -> ApprovalKind.CONTRACT_END;
          case CANCEL -> ApprovalKind.PROPOSAL_HIRE;
          case DROP, PAUSE, RESUME, RESOLVE, ADD_MILESTONE, CHANGE -> null;
        };
    return approval.kind() == asked && (target.isEmpty() || target.equals(approval.milestone()));
  }

  /** Whether it ends something. */
  public boolean ends() {
    return switch (kind) {
      case DROP, END, CANCEL -> true;
      case RESOLVE -> choice == Resolution.ABORT;
      case RELEASE, FUND, PAUSE, RESUME, DISPUTE, ADD_MILESTONE, CHANGE -> false;
    };
  }

  public boolean needsMarketplaceId() {
    return choice == Resolution.ADOPT;
  }

  public String label() {
    return switch (kind) {
      case RELEASE, FUND, DROP, DISPUTE, PAUSE, RESUME -> Glossary.words(kind);
      case END -> "End the contract";
      case CANCEL -> "Cancel the hire";
      case ADD_MILESTONE -> "Add a milestone";
      case CHANGE -> "Change the terms";
      case RESOLVE -> choice == null ? "Answer" : Glossary.words(choice);
    };
  }

  /** Says that it was just carried out. */
  public String success() {
    return switch (kind) {
      case RELEASE -> "The release is requested. A person must approve it.";
      case FUND -> "The funding is requested. A person must approve it.";
      case DROP -> "The milestone is dropped.";
      case PAUSE -> "The hire is paused: no new approval is requested.";
      case RESUME -> "The hire is resumed.";
      case END -> "The end of the contract is requested.";
      case CANCEL -> "The hire is being cancelled.";
      case DISPUTE ->
          "The dispute is requested. A person must approve it, since a bond is at risk.";
      case RESOLVE -> "The incident is answered.";
      case ADD_MILESTONE -> "The milestone is added.";
      case CHANGE -> "The hire is changed.";
    };
  }
}
