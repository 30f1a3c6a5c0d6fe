package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a milestone that stands on the contract as the one whose creation was in doubt. */
final class MilestoneNomination {
  private final HireParts hire;
  private final Book book;
  private final String key;
  private final Nominations nominations;

  MilestoneNomination(HireParts hire, String key) {
    this.hire = hire;
    this.book = hire.book();
    this.key = key;
    this.nominations = new Nominations(book.state);
  }

  /** Looks at the contract for what an operator named, and adopts it; says so when it cannot. */
  void takeUp() {
    while (nominations.ofMilestone(key).isPresent()) {
      String id = nominations.ofMilestone(key).orElseThrow();
      hire.contract().read();
      nominations.milestoneDone(key);
      List<MilestoneDocument> candidates = candidates(id);
      if (book.milestone(key).milestoneId() != null) {
        return;
      }
      if (candidates.size() == 1) {
        adopt(candidates.getFirst());
      } else {
        hold(id, candidates.size());
      }
    }
  }

  /** Everybody else's that is still open: one of ours is never taken a second time. */
  private List<MilestoneDocument> candidates(String id) {
    return book.milestones().stream()
        .filter(m -> m.foreign() && m.milestoneId() != null && !m.state().settled())
        .filter(m -> id.equals(Nominations.THE_ONLY_ONE) || id.equals(m.milestoneId()))
        .toList();
  }

  private void adopt(MilestoneDocument found) {
    String id = Objects.requireNonNull(found.milestoneId());
    book.put(
        book.milestone(key)
            .withMarketplace(
                id,
                Objects.requireNonNull(found.number()),
                found.name(),
                found.amount(),
                found.dueDate())
            .withState(found.state()));
    book.put(found.withoutMarketplace().withState(MilestoneState.DROPPED));
    book.note(
        "milestone.adopted",
        "Milestone %s is %s over there: an operator said so.".formatted(key, id),
        key,
        null,
        Map.of("milestoneId", id));
  }

  private void hold(String id, int candidates) {
    String what =
        id.equals(Nominations.THE_ONLY_ONE)
            ? "The contract shows %d open milestones that are not ours".formatted(candidates)
            : "The contract shows no open milestone %s that is not ours".formatted(id);
    hire.holding()
        .hold(
            "nomination for milestone " + key,
            IncidentCause.MILESTONE_IN_DOUBT,
            what
                + ", so nothing was adopted as %s. Adopt names another one; retry looks for the"
                    .formatted(key)
                + " milestone and creates it if it is not there.",
            key);
  }
}
