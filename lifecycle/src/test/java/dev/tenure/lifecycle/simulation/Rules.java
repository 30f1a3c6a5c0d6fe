package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Hire;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules as the driver of a hire meets them: those of the product, unless a mutant breaks one.
 */
interface Rules {

  /** Those of the product. */
  Rules PRODUCT = new Rules() {};

  default Decision<Call> decide(Hire hire, Instant now) {
    return new Lifecycle(hire).decide(now);
  }

  default Decision<Call> settle(Hire hire, Instant now) {
    return new Lifecycle(hire).settle(now);
  }

  /** The state that has taken it in: the same object, but where a mutant made another one. */
  default Hire observe(Hire hire, Observation observation, Instant now) {
    new Lifecycle(hire).observe(observation, now);
    return hire;
  }

  default void start(Hire hire, Call call, Instant now) {
    new Lifecycle(hire).start(call, now);
  }

  default void stop(Hire hire, Call call) {
    new Lifecycle(hire).stop(call);
  }

  default void handOver(Hire hire, Instant now) {
    new Lifecycle(hire).handOver(now);
  }

  default Optional<Rejection> check(Hire hire, CommandRequest request, Instant now) {
    return new Lifecycle(hire).check(request, now);
  }

  default boolean command(Hire hire, CommandRequest request, Instant now) {
    return new Lifecycle(hire).command(request, now);
  }
}
