package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules that decide something else than the product's. */
final class DecisionMutants {
  private DecisionMutants() {}

  /** A hire that is given up closes at once. */
  static final class NoGuard extends Mutant.OtherDecision {
    @Override
    Decision<OpenTrainCall> change(
        OpenTrainHire hire, Decision<OpenTrainCall> decision, Instant now) {
      if (hire.givenUp() == null || hire.contract().known()) {
        return decision;
      }
      HireStatus closes = hire.running().isEmpty() ? HireStatus.CANCELLED : null;
      return new Decision<OpenTrainCall>(Map.of(), null, null, Map.of(), Set.of(), closes);
    }
  }

  static final class EndAskedTwice extends Mutant.OtherDecision {
    @Override
    Decision<OpenTrainCall> change(
        OpenTrainHire hire, Decision<OpenTrainCall> decision, Instant now) {
      Ask last = hire.lastAsk(Step.end());
      if (last == null || last.state() != Ask.State.PENDING) {
        return decision;
      }
      return with(
          decision,
          new OpenTrainCall.Ask(
              Step.end(), last.ordinal() + 1, hire.contract().id(), null, false, null, false));
    }
  }

  static final class ForeignTouched extends Mutant.OtherDecision {
    @Override
    Decision<OpenTrainCall> change(
        OpenTrainHire hire, Decision<OpenTrainCall> decision, Instant now) {
      for (Milestone milestone : hire.milestones()) {
        Step step = Step.fund(milestone.key());
        if (milestone.foreign()
            && milestone.stage() == Stage.UNFUNDED
            && hire.lastAsk(step) == null) {
          Money amount = milestone.terms().amount();
          return with(
              decision,
              new OpenTrainCall.Ask(step, 1, milestone.knownId(), null, false, amount, false));
        }
      }
      return decision;
    }
  }

  static final class NoSearch extends Mutant.OtherDecision {
    @Override
    Decision<OpenTrainCall> change(
        OpenTrainHire hire, Decision<OpenTrainCall> decision, Instant now) {
      Map<String, OpenTrainCall> calls = new LinkedHashMap<>();
      for (OpenTrainCall call : decision.calls().values()) {
        Ask last = call instanceof OpenTrainCall.FindApproval ? hire.lastAsk(call.step()) : null;
        OpenTrainCall other = last == null ? call : last.call();
        calls.put(other.subject(), other);
      }
      return new Decision<>(
          calls,
          decision.wake(),
          decision.wakeWords(),
          decision.conditions(),
          decision.heeded(),
          decision.closes());
    }
  }

  private static Decision<OpenTrainCall> with(
      Decision<OpenTrainCall> decision, @Nullable OpenTrainCall another) {
    Map<String, OpenTrainCall> calls = new LinkedHashMap<>(decision.calls());
    if (another != null) {
      calls.put(another.subject(), another);
    }
    return new Decision<>(
        calls,
        decision.wake(),
        decision.wakeWords(),
        decision.conditions(),
        decision.heeded(),
        decision.closes());
  }
}
