package dev.tenure.lifecycle;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.HireSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * The process of one hire over its state, under the rules of its marketplace. Whoever drives it
 * repeats: {@link #settle}, hold the calls of the decision against the running ones ({@link
 * dev.tenure.lifecycle.call.Reconciler}), tell what changed, wait for any observation, command or
 * the decision's next moment, and take that in.
 *
 * @param <C> its calls
 * @param <O> what it learns
 * @param <S> what of it has been told
 */
public interface HireLifecycle<C extends RemoteCall<C>, O, S extends HireSnapshot> {

  /** What is known of the hire. */
  HireState<C> hire();

  /** What the hire wants now; reads the state and changes nothing. */
  Decision<C> decide(Instant now);

  /** Decides, opens and closes incidents accordingly, and closes the hire when it is over. */
  Decision<C> settle(Instant now);

  /** Takes in what was observed. */
  void observe(O observation, Instant now);

  /** Takes in a word that says where to look. */
  void notified(Notification notification, Instant now);

  /** Why a command is refused now; empty when it is not, also when its key was seen before. */
  Optional<Rejection> check(CommandRequest request, Instant now);

  /**
   * Carries out a command that was checked, once per key.
   *
   * @return whether anything was done
   */
  boolean command(CommandRequest request, Instant now);

  /** Whether a cancellation would still change what the hire does. */
  boolean cancellable();

  /** Writes a call down; before it leaves. */
  void start(C call, Instant now);

  /** Writes down that a running call was asked to stop. */
  void stop(C call);

  /**
   * What is new since something was told, with its versions and event numbers. A hire of which
   * nothing was told is requested by that.
   */
  Changes<S> changes(S told, Instant now);

  /** Everything as it stands, as if nothing had been told. */
  Changes<S> everything();

  /** Prepares the state for the next run; calls still running are given up. */
  void handOver(Instant now);
}
