package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Policies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of each call that a hire starts. */
final class AskChecks {
  private static final int MOST_EQUAL_A_MINUTE = 15;
  private static final int MOST_EQUAL_A_DAY = 300;

  private final World world;
  private final HireDriver driver;
  private final Map<String, Burst> bursts = new HashMap<>();
  private final Map<Step, Policies> policies = new HashMap<>();
  private final Set<Step> released = new HashSet<>();
  private final Map<Step, Long> decided = new HashMap<>();
  private final Set<String> seenFinal = new HashSet<>();
  private long lookedAt;
  private int calls;

  /** Equal calls in a row, with no news between them. */
  private static final class Burst {
    long minute;
    int inMinute;
    long day;
    int inDay;

    /** Whether one more makes it too many. */
    boolean tooMany(long now) {
      if (now - minute > Draw.MINUTE) {
        minute = now;
        inMinute = 0;
      }
      if (now - day > Draw.DAY) {
        day = now;
        inDay = 0;
      }
      inMinute++;
      inDay++;
      return inMinute > MOST_EQUAL_A_MINUTE || inDay > MOST_EQUAL_A_DAY;
    }
  }

  AskChecks(World world, HireDriver driver) {
    this.world = world;
    this.driver = driver;
  }

  int calls() {
    return calls;
  }

  /** Something was learnt; by a call of that subject, or otherwise. */
  void news(@Nullable String subject) {
    if (subject == null) {
      bursts.clear();
    } else {
      bursts.keySet().removeIf(other -> !other.equals(subject));
    }
  }

  /** The policies by which a step was asked for last. */
  Policies policies(Step step) {
    return policies.getOrDefault(step, driver.hire().plan().policies());
  }

  /** The marketplace has carried out a look at the contract. */
  void looked() {
    lookedAt = world.agenda().now();
  }

  /** The marketplace has shown that an approval of the step is final; once for each. */
  void decided(Step step, String approvalId) {
    if (seenFinal.add(approvalId)) {
      decided.put(step, world.agenda().now());
    }
  }

  /** Whether an ask may wait for a person; one that an obstacle holds does not. */
  boolean mayBePending(Step step) {
    RunningCall<OpenTrainCall> running = driver.hire().running().get(step.toString());
    boolean held = running != null && running.call().slow();
    return driver
        .hire()
        .asks(step)
        .anyMatch(
            ask ->
                ask.state() == Ask.State.SENT
                    ? ask.maybeArrived() || !held
                    : ask.state().live() || ask.mayBeDecided(world.agenda().instant()));
  }

  void starting(OpenTrainCall call) {
    OpenTrainHire hire = driver.hire();
    calls++;
    Burst burst = bursts.computeIfAbsent(call.subject(), subject -> new Burst());
    HireChecks.require(
        !burst.tooMany(world.agenda().now()),
        "livelock",
        () -> "%d times within a minute: %s".formatted(burst.inMinute, call));
    Step step = call.step();
    if (call instanceof OpenTrainCall.Ask || call instanceof OpenTrainCall.CreateMilestone) {
      if (hire.givenUp() == null) {
        // After that the same is asked again only to learn what became of it.
        policies.put(step, hire.plan().policies());
      }
      boolean end = step.kind() == Step.Kind.END;
      HireChecks.require(
          end || !hire.paused(), "nothing_asked_while_paused", () -> "asks: " + call);
      HireChecks.require(
          end
              || step.kind() == Step.Kind.HIRE
              || !(hire.endCommanded() || hire.lastAsk(Step.end()) != null),
          "nothing_asked_after_the_end",
          () -> "asks: " + call);
    }
    if (call instanceof OpenTrainCall.Ask ask) {
      again(hire, ask);
    }
    if (step.kind() == Step.Kind.RELEASE && call instanceof OpenTrainCall.Ask) {
      release(hire.milestone(step.key()), step, call);
    }
    foreign(hire, call);
  }

  /** Nothing is asked for a second time while it may come of the first, nor without a look. */
  private void again(OpenTrainHire hire, OpenTrainCall.Ask asked) {
    if (hire.asks(asked.step()).anyMatch(ask -> ask.ordinal() == asked.ordinal())) {
      return;
    }
    for (Ask other : hire.asks(asked.step()).toList()) {
      HireChecks.require(
          other.ordinal() >= asked.ordinal()
              || !other.state().live()
              || !Objects.equals(other.call().terms(), asked.terms()),
          "not_asked_twice",
          () -> "asks: " + asked + " while ask " + other.ordinal() + " is " + other.state());
      boolean no = other.state() == Ask.State.DECLINED || other.state() == Ask.State.EXPIRED;
      if (no && other.ordinal() == asked.ordinal() - 1) {
        lookedAfterNo(asked.step());
      }
    }
  }

  void lookedAfterNo(Step step) {
    long at = decided.getOrDefault(step, 0L);
    HireChecks.require(
        lookedAt >= at,
        "a_look_before_a_no_counts",
        () -> "the last look at %d, the no to %s at %d".formatted(lookedAt, step, at));
  }

  private void release(Milestone milestone, Step step, OpenTrainCall call) {
    HireChecks.require(
        milestone.stage().inEscrow(), "release_only_of_funded", () -> "asks: " + call);
    if (released.add(step)) {
      HireChecks.require(
          milestone.releaseCommanded() || milestone.stage() == Stage.DELIVERED,
          "release_only_of_delivered",
          () -> "asks: " + call + " of " + milestone.stage());
    }
  }

  private void foreign(OpenTrainHire hire, OpenTrainCall call) {
    if (call instanceof OpenTrainCall.Ask ask && ask.step().milestone() != null) {
      HireChecks.require(
          !hire.milestone(ask.step().key()).foreign(), "foreign_untouched", () -> "asks: " + call);
    }
  }

  /** After it was written down. */
  void started(OpenTrainCall call) {
    if (call instanceof OpenTrainCall.Ask ask
        && (ask.step().kind() == Step.Kind.HIRE || ask.step().kind() == Step.Kind.FUND)) {
      cap(driver.hire(), ask);
    }
  }

  /** What is spent, what may be confirmed, and what is asked for, with fees, is below the cap. */
  private void cap(OpenTrainHire hire, OpenTrainCall.Ask ask) {
    Money cap = hire.plan().cap();
    Step step = ask.step();
    if (cap == null || hire.accepted(IncidentCause.BUDGET_EXCEEDED, step.key())) {
      return;
    }
    Money sum = Money.zero(cap.currency());
    for (Milestone milestone : hire.milestones()) {
      boolean asked = milestone.key().equals(step.key());
      boolean open = milestone.stage() == Stage.NONE || milestone.stage() == Stage.UNFUNDED;
      boolean mayBeConfirmed = open && (asked || hire.live(Step.fund(milestone.key())));
      if (milestone.wasFunded() || (mayBeConfirmed && !milestone.dropped())) {
        Money amount =
            asked && step.kind() == Step.Kind.HIRE && ask.amount() != null
                ? ask.amount()
                : milestone.terms().amount();
        boolean back = milestone.stage() == Stage.GONE;
        sum = sum.plus(back ? Money.zero(cap.currency()) : amount);
        sum = sum.plus(hire.isFirst(milestone) ? Fees.ofHire(amount) : Fees.ofFunding(amount));
      }
    }
    Money all = sum;
    HireChecks.require(
        all.compareTo(cap) <= 0,
        "nothing_above_the_cap",
        () -> "asks: %s, which makes %s of at most %s".formatted(ask, all, cap));
  }
}
