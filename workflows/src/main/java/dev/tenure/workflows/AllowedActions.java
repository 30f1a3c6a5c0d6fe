package dev.tenure.workflows;

import dev.tenure.model.ActionKind;
import dev.tenure.model.AllowedAction;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the state of a hire allows to be commanded, and the words for what it forbids. */
final class AllowedActions {

  private AllowedActions() {}

  static List<AllowedAction> of(Book book) {
    List<AllowedAction> actions = new ArrayList<>();
    if (steerable(book)) {
      for (MilestoneDocument milestone : book.milestones()) {
        if (releasable(book, milestone)) {
          actions.add(AllowedAction.of(ActionKind.RELEASE, milestone.key()));
        }
      }
      actions.add(AllowedAction.of(ActionKind.END, null));
    }
    for (IncidentDocument incident : book.openIncidents()) {
      actions.add(new AllowedAction(ActionKind.RESOLVE, incident.id(), incident.actions()));
    }
    return actions;
  }

  private static boolean steerable(Book book) {
    return book.state.status == HireStatus.ACTIVE && !book.state.endRequested;
  }

  private static boolean releasable(Book book, MilestoneDocument milestone) {
    return !milestone.foreign()
        && (milestone.state() == MilestoneState.FUNDED
            || milestone.state() == MilestoneState.DELIVERED)
        && !book.state.releasesRequested.contains(milestone.key());
  }

  /** Refuses a command that is not among the allowed ones. */
  static void require(Book book, ActionKind action, @Nullable String target, String otherwise) {
    boolean allowed =
        of(book).stream().anyMatch(a -> a.action() == action && Objects.equals(a.target(), target));
    if (!allowed) {
      throw ApplicationFailure.newBuilder()
          .setMessage(otherwise)
          .setType(Refusal.TYPE)
          .setDetails(new Refusal(otherwise, of(book)))
          .setNonRetryable(true)
          // Saying no is no failure of ours: no stack trace in the worker's log.
          .setCategory(ApplicationErrorCategory.BENIGN)
          .build();
    }
  }
}
