package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A milestone, ready to print.
 *
 * @param tone how its state is to look: settled, waiting for a person, under way, or neither
 */
public record MilestoneRow(
    String key,
    @Nullable String name,
    @Nullable String description,
    String state,
    String tone,
    String amount,
    @Nullable String volume,
    @Nullable String due,
    String funded,
    @Nullable String note,
    List<ActionButton> actions,
    @Nullable WorkingContractRow contract) {

  private static final int FIRST = 1;

  public static MilestoneRow of(
      String hireId, MilestoneDocument milestone, List<PageAction> actions, RelativeTimes times) {
    Money amount = milestone.knownAmount();
    return new MilestoneRow(
        milestone.key(),
        milestone.name(),
        milestone.description(),
        Glossary.state(milestone.state()),
        tone(milestone.state()),
        amount == null ? "not shown" : Glossary.money(amount),
        milestone.volume() == null ? null : milestone.volume().toPlainString(),
        milestone.dueDate() == null ? null : milestone.dueDate().toString(),
        milestone.position() == FIRST && milestone.openContract() == null
            ? "by the hire"
            : Glossary.fund(milestone.fund()),
        Glossary.note(milestone),
        actions.stream()
            .filter(action -> action.target().equals(milestone.key()))
            .map(action -> ActionButton.of(hireId, action))
            .toList(),
        WorkingContractRow.of(milestone, times));
  }

  private static String tone(MilestoneState state) {
    return switch (state) {
      case PAID, PARTLY_PAID, REFUNDED -> "done";
      case AWAITING_FUNDING, AWAITING_RELEASE -> "waits";
      case FUNDED, DELIVERED, DISPUTED, SETTLING -> "runs";
      case PLANNED, CREATED, CANCELLED, DROPPED -> "idle";
    };
  }
}
