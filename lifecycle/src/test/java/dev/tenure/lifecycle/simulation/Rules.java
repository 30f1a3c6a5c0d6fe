package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.Call;
import dev.tenure.lifecycle.opentrain.call.Observation;
import dev.tenure.lifecycle.opentrain.hire.Hire;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules as the driver of a hire meets them: those of the product, unless a mutant breaks one.
 */
interface Rules {

  /** Those of the product. */
  Rules PRODUCT = new Rules() {};

  default Decision<Call> decide(Hire hire, Instant now) {
    return new OpenTrainLifecycle(hire).decide(now);
  }

  default Decision<Call> settle(Hire hire, Instant now) {
    return new OpenTrainLifecycle(hire).settle(now);
  }

  /** The state that has taken it in: the same object, but where a mutant made another one. */
  default Hire observe(Hire hire, Observation observation, Instant now) {
    new OpenTrainLifecycle(hire).observe(observation, now);
    return hire;
  }

  default void start(Hire hire, Call call, Instant now) {
    new OpenTrainLifecycle(hire).start(call, now);
  }

  default void stop(Hire hire, Call call) {
    new OpenTrainLifecycle(hire).stop(call);
  }

  default void handOver(Hire hire, Instant now) {
    new OpenTrainLifecycle(hire).handOver(now);
  }

  default Optional<Rejection> check(Hire hire, CommandRequest request, Instant now) {
    return new OpenTrainLifecycle(hire).check(request, now);
  }

  default boolean command(Hire hire, CommandRequest request, Instant now) {
    return new OpenTrainLifecycle(hire).command(request, now);
  }
}
