package dev.tenure.lifecycle.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.IncidentReconciler;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The product's rules with one of them broken: a simulation that means anything notices.
 *
 * @param name the rule that is broken
 * @param where the runs in which it can show
 * @param budget how many of them there are at most until it must have shown
 */
record Mutant(String name, Rules rules, Predicate<Draw> where, int budget) {

  /** Runs that are steered into a corner. */
  static Predicate<Draw> in(Corner corner) {
    return draw -> draw.corner() == corner;
  }

  /** Runs that have all of these. */
  static Predicate<Draw> with(Feature... features) {
    return draw -> {
      for (Feature feature : features) {
        if (!draw.has(feature)) {
          return false;
        }
      }
      return true;
    };
  }

  /** Rules that decide as if the hire were in another state. */
  abstract static class OtherState implements Rules {

    /** Whether there is anything to be changed in the state. */
    abstract boolean applies(OpenTrainHire hire, Instant now);

    abstract void change(ObjectNode hire, Instant now);

    @Override
    public Decision<OpenTrainCall> decide(OpenTrainHire hire, Instant now) {
      return new OpenTrainLifecycle(seen(hire, now)).decide(now);
    }

    @Override
    public Decision<OpenTrainCall> settle(OpenTrainHire hire, Instant now) {
      Decision<OpenTrainCall> decision = decide(hire, now);
      IncidentReconciler.settle(
          hire, decision.conditions(), decision.heeded(), decision.closes(), now);
      return decision;
    }

    private OpenTrainHire seen(OpenTrainHire hire, Instant now) {
      return applies(hire, now) ? HireJson.changed(hire, tree -> change(tree, now)) : hire;
    }

    /** Each ask in the JSON of a hire. */
    static void asks(ObjectNode hire, Consumer<ObjectNode> change) {
      for (JsonNode ask : hire.withArray("asks")) {
        change.accept((ObjectNode) ask);
      }
    }
  }

  /** Rules that decide something else than the product's. */
  abstract static class OtherDecision implements Rules {
    abstract Decision<OpenTrainCall> change(
        OpenTrainHire hire, Decision<OpenTrainCall> decision, Instant now);

    @Override
    public Decision<OpenTrainCall> decide(OpenTrainHire hire, Instant now) {
      Decision<OpenTrainCall> decision = new OpenTrainLifecycle(hire).decide(now);
      return hire.closed() == null ? change(hire, decision, now) : decision;
    }

    @Override
    public Decision<OpenTrainCall> settle(OpenTrainHire hire, Instant now) {
      Decision<OpenTrainCall> decision = decide(hire, now);
      IncidentReconciler.settle(
          hire, decision.conditions(), decision.heeded(), decision.closes(), now);
      return decision;
    }
  }
}
