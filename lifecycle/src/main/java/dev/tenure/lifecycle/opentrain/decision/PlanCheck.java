package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.decision.PlanGate;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an addition to the plan, or a change of it, is refused: in words. */
final class PlanCheck {
  private final OpenTrainHire hire;
  private final Instant now;

  PlanCheck(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  /** An addition that does not fit under the cap would only hold up what comes after it. */
  Optional<String> objectionToAddition(MilestonePlan added) {
    String key = added.key();
    return PlanGate.free(key, taken -> hire.findMilestone(taken).isPresent())
        .or(() -> amount(added.amount(), "amount"))
        .or(() -> dueDate(added))
        .or(() -> PlanGate.fund(added.fund(), key, this::payable))
        .or(() -> fits(added));
  }

  private Optional<String> fits(MilestonePlan added) {
    Money cost = added.amount().plus(Fees.ofFunding(added.amount()));
    return PlanGate.fits(
        added.key(), OpenTrainTotals.of(hire).worstCase().plus(cost), hire.plan().cap());
  }

  /** Whether a milestone is due on a day that is over, by UTC as the marketplace counts. */
  static boolean overdue(MilestonePlan plan, Instant now) {
    return plan.dueDate() != null && plan.dueDate().isBefore(today(now));
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private Optional<String> dueDate(MilestonePlan plan) {
    return overdue(plan, now)
        ? Optional.of(
            "dueDate %s of milestone %s is over: today is %s."
                .formatted(plan.dueDate(), plan.key(), today(now)))
        : Optional.empty();
  }

  private boolean payable(String key) {
    return hire.findMilestone(key).filter(m -> !m.foreign() && !m.dropped()).isPresent();
  }

  Optional<String> objectionToChange(Command.Change change) {
    for (MilestonePlan terms : change.milestones()) {
      Optional<String> objection = objectionTo(terms);
      if (objection.isPresent()) {
        return objection;
      }
    }
    Money cap = change.terms().cap();
    if (cap == null) {
      return Optional.empty();
    }
    Optional<String> dearer = dearer(change, cap);
    if (dearer.isPresent()) {
      return dearer;
    }
    MilestonePlan first =
        change.milestones().stream()
            .filter(terms -> terms.key().equals(hire.plan().first().key()))
            .findFirst()
            .orElse(null);
    return cap.equals(hire.plan().cap())
        ? tooDear(first, cap)
        : amount(cap, "budget").or(() -> tooLow(cap, first));
  }

  /** A later milestone that costs more must fit under the cap, as an added one must. */
  private Optional<String> dearer(Command.Change change, Money cap) {
    Money total = OpenTrainTotals.of(hire).worstCase();
    Money before = total;
    for (MilestonePlan terms : change.milestones()) {
      Milestone known = hire.milestone(terms.key());
      if (!hire.isFirst(known)) {
        total =
            total
                .minus(known.terms().amount().plus(OpenTrainTotals.fees(hire, known)))
                .plus(terms.amount().plus(OpenTrainTotals.fees(hire, known, terms.amount())));
      }
    }
    return total.compareTo(before) > 0 && OpenTrainTotals.exceeds(total, cap)
        ? Optional.of(
            "With these terms the hire could cost %s, above its cap of %s: raise budget.cap in the"
                    .formatted(total, cap)
                + " same change.")
        : Optional.empty();
  }

  private Optional<String> objectionTo(MilestonePlan terms) {
    Milestone known =
        hire.findMilestone(terms.key()).filter(milestone -> !milestone.foreign()).orElse(null);
    if (known == null) {
      return Optional.of(PlanGate.unknown(terms.key()));
    }
    MilestonePlan planned = hire.plan().milestone(terms.key());
    if (terms.equals(planned)) {
      return Optional.empty();
    }
    boolean first = hire.isFirst(known);
    if (first && !OpenTrainActions.firstIsOpen(hire)) {
      return Optional.of("The first milestone cannot be changed any more: it is hired already.");
    }
    if (!first && !OpenTrainActions.isOpen(hire, known)) {
      return Optional.of(PlanGate.over(terms.key(), hire.stateOf(known)));
    }
    return PlanGate.place(terms, planned)
        .or(() -> amount(terms.amount(), (first ? "firstMilestone" : terms.key()) + ".amount"))
        .or(() -> dueDate(terms));
  }

  /** The hire itself is asked for without another look at the budget. */
  private static Optional<String> tooDear(@Nullable MilestonePlan first, Money cap) {
    return first == null || !OpenTrainTotals.exceeds(OpenTrainTotals.ofHire(first.amount()), cap)
        ? Optional.empty()
        : Optional.of(
            "The first milestone would cost %s with fees, above the budget of %s: raise budget.cap"
                    .formatted(OpenTrainTotals.ofHire(first.amount()), cap)
                + " in the same change, or lower firstMilestone.amount.");
  }

  private Optional<String> amount(Money amount, String field) {
    return PlanGate.amount(amount, field, hire.plan().currency());
  }

  /** What is spent, and what a person may confirm at any moment, cannot be taken back. */
  private Optional<String> tooLow(Money cap, @Nullable MilestonePlan first) {
    Money bound = hire.contract().known() ? OpenTrainTotals.bound(hire) : hireBound(first);
    return PlanGate.floor(cap, bound, "committed or asked for, with fees");
  }

  /** The hire in its new terms, and in all that a person may still confirm. */
  private Money hireBound(@Nullable MilestonePlan first) {
    MilestonePlan planned = first == null ? hire.plan().first() : first;
    Money most = planned.amount();
    for (Ask ask : hire.asks(hire.hireStep()).toList()) {
      Money asked = ask.call().amount();
      if (ask.mayBeDecided(now) && asked != null && asked.compareTo(most) > 0) {
        most = asked;
      }
    }
    return OpenTrainTotals.ofHire(most);
  }
}
