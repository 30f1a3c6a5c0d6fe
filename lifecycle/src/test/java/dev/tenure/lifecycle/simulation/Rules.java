package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules as the driver of a hire meets them: those of the product, unless a mutant breaks one.
 */
interface Rules {

  /** Those of the product. */
  Rules PRODUCT = new Rules() {};

  default Decision<OpenTrainCall> decide(OpenTrainHire hire, Instant now) {
    return new OpenTrainLifecycle(hire).decide(now);
  }

  default Decision<OpenTrainCall> settle(OpenTrainHire hire, Instant now) {
    return new OpenTrainLifecycle(hire).settle(now);
  }

  /** The state that has taken it in: the same object, but where a mutant made another one. */
  default OpenTrainHire observe(OpenTrainHire hire, OpenTrainObservation observation, Instant now) {
    new OpenTrainLifecycle(hire).observe(observation, now);
    return hire;
  }

  default void start(OpenTrainHire hire, OpenTrainCall call, Instant now) {
    new OpenTrainLifecycle(hire).start(call, now);
  }

  default void stop(OpenTrainHire hire, OpenTrainCall call) {
    new OpenTrainLifecycle(hire).stop(call);
  }

  default void handOver(OpenTrainHire hire, Instant now) {
    new OpenTrainLifecycle(hire).handOver(now);
  }

  default Optional<Rejection> check(OpenTrainHire hire, CommandRequest request, Instant now) {
    return new OpenTrainLifecycle(hire).check(request, now);
  }

  default boolean command(OpenTrainHire hire, CommandRequest request, Instant now) {
    return new OpenTrainLifecycle(hire).command(request, now);
  }
}
