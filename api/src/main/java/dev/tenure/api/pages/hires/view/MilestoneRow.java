package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.model.hire.MilestoneDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A milestone, in words for people, with what can be commanded of it.
 *
 * @param allowed what the hire allows
 */
public record MilestoneRow(String hireId, MilestoneDocument milestone, List<PageAction> allowed) {

  private static final int FIRST = 1;

  /** How its state is to look: settled, waiting for a person, under way, or neither. */
  public String tone() {
    return switch (milestone.state()) {
      case PAID, PARTLY_PAID, REFUNDED -> "done";
      case AWAITING_FUNDING, AWAITING_RELEASE -> "waits";
      case FUNDED, DELIVERED, DISPUTED, SETTLING -> "runs";
      case PLANNED, CREATED, CANCELLED, DROPPED -> "idle";
    };
  }

  public String amount() {
    return milestone.knownAmount() == null ? "not shown" : Glossary.money(milestone.knownAmount());
  }

  public String funded() {
    return milestone.position() == FIRST && milestone.openContract() == null
        ? "by the hire"
        : Glossary.fund(milestone.fund());
  }

  public List<ActionButton> actions() {
    return allowed.stream()
        .filter(action -> action.target().equals(milestone.key()))
        .map(action -> ActionButton.of(hireId, action))
        .toList();
  }

  public @Nullable WorkingContractRow contract() {
    return WorkingContractRow.of(milestone);
  }
}
