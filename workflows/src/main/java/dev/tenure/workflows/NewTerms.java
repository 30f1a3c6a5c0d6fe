package dev.tenure.workflows;

import dev.tenure.model.Fees;
import dev.tenure.model.FundRule;
import dev.tenure.model.FundWhen;
import dev.tenure.model.HireTerms;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What speaks, in words, against an addition to the plan or a change of it. */
final class NewTerms {
  private final Book book;

  NewTerms(Book book) {
    this.book = book;
  }

  Optional<String> objectionTo(MilestonePlan added) {
    String key = added.key();
    if (book.state.milestones.containsKey(key)) {
      return Optional.of("There is a milestone " + key + " already: choose another key.");
    }
    return objectionTo(added.amount(), "amount").or(() -> objectionTo(added.fund(), key));
  }

  private Optional<String> objectionTo(FundRule fund, String key) {
    String after = fund.after();
    if (fund.when() != FundWhen.AFTER_PAID || after == null) {
      return (fund.when() == FundWhen.AFTER_PAID) == (after != null)
          ? Optional.empty()
          : Optional.of("fund.after goes with after_paid, and only with it.");
    }
    MilestoneDocument known = book.state.milestones.get(after);
    if (after.equals(key)) {
      return Optional.of("Milestone " + key + " cannot come after itself.");
    }
    return known != null && !known.foreign() && known.state() != MilestoneState.DROPPED
        ? Optional.empty()
        : Optional.of("fund.after names " + after + ", which is no milestone of this hire.");
  }

  Optional<String> objectionTo(HireTerms terms, @Nullable MilestonePlan first) {
    Optional<String> objection = first == null ? Optional.empty() : objectionToFirst(first);
    Money cap = terms.cap();
    if (objection.isPresent() || cap == null) {
      return objection;
    }
    return cap.equals(book.plan.cap())
        ? tooDear(first, cap)
        : objectionTo(cap, "budget").or(() -> tooLow(cap, first));
  }

  /** The hire itself is asked for without another look at the budget. */
  private static Optional<String> tooDear(@Nullable MilestonePlan first, Money cap) {
    return first == null || hire(first).compareTo(cap) <= 0
        ? Optional.empty()
        : Optional.of(
            "The first milestone would cost %s with fees, above the budget of %s: raise budget.cap"
                    .formatted(hire(first), cap)
                + " in the same change, or lower firstMilestone.amount.");
  }

  private Optional<String> objectionToFirst(MilestonePlan first) {
    MilestonePlan known = book.plan.first();
    if (first.equals(known)) {
      return Optional.empty();
    }
    if (!AllowedActions.firstIsOpen(book)) {
      return Optional.of("The first milestone cannot be changed any more: it is hired already.");
    }
    return first.key().equals(known.key()) && first.fund().equals(known.fund())
        ? objectionTo(first.amount(), "firstMilestone.amount")
        : Optional.of("The first milestone keeps its key and its place.");
  }

  private Optional<String> objectionTo(Money amount, String field) {
    String currency = book.plan.currency();
    if (!amount.currency().equals(currency)) {
      return Optional.of("%s must be in %s, as the whole hire is.".formatted(field, currency));
    }
    return amount.isPositive() ? Optional.empty() : Optional.of(field + " must be more than zero.");
  }

  /** What is spent, and what a person may confirm at any moment, cannot be taken back. */
  private Optional<String> tooLow(Money cap, @Nullable MilestonePlan first) {
    Money bound =
        book.hasContract() ? spent() : hire(Objects.requireNonNullElse(first, book.plan.first()));
    return cap.compareTo(bound) >= 0
        ? Optional.empty()
        : Optional.of(
            "The budget cannot go below %s: so much is committed or asked for, with fees."
                .formatted(bound));
  }

  private static Money hire(MilestonePlan first) {
    return first.amount().plus(Fees.ofHire(first.amount()));
  }

  private Money spent() {
    MoneyTotals totals = book.totals();
    return book.milestones().stream()
        .filter(this::askedFor)
        .map(milestone -> milestone.amount().plus(Totals.fees(book.plan, milestone)))
        .reduce(totals.committed().plus(totals.feesEstimated()), Money::plus);
  }

  /** Its funding may be confirmed at any moment, or be asked for as soon as an obstacle is gone. */
  private boolean askedFor(MilestoneDocument milestone) {
    String key = milestone.key();
    return milestone.state() == MilestoneState.AWAITING_FUNDING
        && book.openIncidents().stream()
            .noneMatch(open -> key.equals(open.milestone()) && !open.cause().obstacle());
  }
}
