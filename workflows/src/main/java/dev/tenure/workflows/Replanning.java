package dev.tenure.workflows;

import dev.tenure.model.FundRule;
import dev.tenure.model.HirePlan;
import dev.tenure.model.HireTerms;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes the plan of a hire under way. */
final class Replanning {
  private final Book book;
  private final Incidents incidents;

  Replanning(Book book, Incidents incidents) {
    this.book = book;
    this.incidents = incidents;
  }

  void add(MilestonePlan milestone) {
    List<MilestonePlan> all = new ArrayList<>(book.plan.milestones());
    all.add(milestone);
    book.replan(book.plan.withMilestones(all));
    book.put(MilestoneDocument.planned(milestone, book.milestones().size() + 1));
    note(
        "milestone.added",
        "Milestone %s of %s was added."
            .formatted(book.milestone(milestone.key()).title(), milestone.amount()),
        milestone.key());
  }

  /** What came after it takes its place: it is funded by the rule that held for the dropped one. */
  void drop(String key) {
    MilestoneDocument dropped = book.milestone(key);
    FundRule rule = book.plan.milestone(key).fund();
    book.replan(
        book.plan.withMilestones(
            book.plan.milestones().stream()
                .map(m -> after(m, key) ? relink(m, rule) : m)
                .toList()));
    book.put(dropped.withState(MilestoneState.DROPPED));
    String there = "; it was created already and stays unfunded on the marketplace";
    note(
        "milestone.dropped",
        "Milestone %s was dropped%s."
            .formatted(dropped.title(), dropped.milestoneId() == null ? "" : there),
        key);
    incidents.closeOf(key, "the milestone was dropped");
    incidents.closeBudgetsThatFit();
  }

  private static boolean after(MilestonePlan milestone, String key) {
    return key.equals(milestone.fund().after());
  }

  private MilestonePlan relink(MilestonePlan milestone, FundRule rule) {
    book.put(book.milestone(milestone.key()).withFund(rule));
    return milestone.withFund(rule);
  }

  void change(HireTerms terms, @Nullable MilestonePlan first) {
    HirePlan before = book.plan;
    HirePlan after = before.withTerms(terms);
    if (first != null && !first.equals(before.first())) {
      List<MilestonePlan> all = new ArrayList<>(before.milestones());
      all.set(0, first);
      after = after.withMilestones(all);
      book.put(book.milestone(first.key()).withPlan(first));
    }
    if (after.equals(before)) {
      return;
    }
    book.replan(after);
    book.note("hire.changed", "Changed: " + String.join(", ", changes(before, after)) + ".");
    incidents.closeBudgetsThatFit();
  }

  /** Labels and references are the requester's own words: they stay out of the events. */
  private static List<String> changes(HirePlan before, HirePlan after) {
    List<String> changes = new ArrayList<>();
    if (!Objects.equals(before.cap(), after.cap())) {
      changes.add("the budget from %s to %s".formatted(cap(before.cap()), cap(after.cap())));
    }
    if (!before.policies().equals(after.policies())) {
      changes.add("the policies");
    }
    if (!before.labels().equals(after.labels())) {
      changes.add("the labels");
    }
    if (!Objects.equals(before.externalRef(), after.externalRef())) {
      changes.add("the reference");
    }
    if (!before.first().equals(after.first())) {
      changes.add(
          "the first milestone, now %s; an approval that waits for the old terms is replaced"
              .formatted(after.first().amount()));
    }
    return changes;
  }

  private static String cap(@Nullable Money cap) {
    return cap == null ? "none" : cap.toString();
  }

  private void note(String type, String words, String milestone) {
    book.note(type, words, milestone, null, Map.of());
  }
}
