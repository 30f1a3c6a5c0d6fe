package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import java.util.Optional;

/** What a simulated hire goes by: the product's rules, or some with one of them broken. */
interface OpenContractRules {
  OpenContractRules PRODUCT = new OpenContractRules() {};

  /** The plan that the hire goes by. */
  default HirePlan plan(HirePlan drawn) {
    return drawn;
  }

  default Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
    return new OpenContractLifecycle(hire).settle(now);
  }

  default void observe(OpenContractHire hire, OpenContractObservation observed, Instant now) {
    new OpenContractLifecycle(hire).observe(observed, now);
  }

  default void start(OpenContractHire hire, OpenContractCall call, Instant now) {
    new OpenContractLifecycle(hire).start(call, now);
  }

  default Optional<Rejection> check(OpenContractHire hire, CommandRequest request, Instant now) {
    return new OpenContractLifecycle(hire).check(request, now);
  }

  default OpenContractHire command(OpenContractHire hire, CommandRequest request, Instant now) {
    new OpenContractLifecycle(hire).command(request, now);
    return hire;
  }

  default OpenContractHire handOver(OpenContractHire hire, Instant now) {
    new OpenContractLifecycle(hire).handOver(now);
    return hire;
  }

  /** What the next run reads of a state that was handed over. */
  default OpenContractHire read(String json) {
    return HireJson.read(json, OpenContractHire.class);
  }

  default Changes<OpenContractSnapshot> changes(
      OpenContractSnapshot told, OpenContractHire hire, Instant now) {
    return new OpenContractLifecycle(hire).changes(told, now);
  }
}
