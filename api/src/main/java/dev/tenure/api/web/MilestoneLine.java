package dev.tenure.api.web;

import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A milestone, ready to print.
 *
 * @param tone how its state is to look: settled, waiting for a person, under way, or neither
 */
public record MilestoneLine(
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
    List<Offer> offers) {

  private static final int FIRST = 1;

  static MilestoneLine of(String hireId, MilestoneDocument milestone, List<Deed> deeds) {
    return new MilestoneLine(
        milestone.key(),
        milestone.name(),
        milestone.description(),
        Words.state(milestone.state()),
        tone(milestone.state()),
        Words.money(milestone.amount()),
        milestone.volume() == null ? null : milestone.volume().toPlainString(),
        milestone.dueDate() == null ? null : milestone.dueDate().toString(),
        milestone.position() == FIRST ? "by the hire" : Words.fund(milestone.fund()),
        Words.note(milestone),
        deeds.stream()
            .filter(deed -> deed.target().equals(milestone.key()))
            .map(deed -> Offer.of(hireId, deed))
            .toList());
  }

  private static String tone(MilestoneState state) {
    return switch (state) {
      case PAID -> "done";
      case AWAITING_FUNDING, AWAITING_RELEASE -> "waits";
      case FUNDED, DELIVERED -> "runs";
      case PLANNED, CREATED, CANCELLED, DROPPED -> "idle";
    };
  }
}
