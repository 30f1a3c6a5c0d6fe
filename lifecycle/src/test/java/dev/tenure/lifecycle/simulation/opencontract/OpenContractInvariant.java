package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.simulation.Violation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What must hold of every hire on OpenContract, whatever its world does. */
enum OpenContractInvariant {
  /** No two calls of one subject are under way at once. */
  ONE_CALL_A_SUBJECT,
  /** Nothing counts as decided with another digest than that of its terms. */
  DIGEST_SEEN,
  /** Whoever began the hire decides nothing where that is forbidden. */
  NO_SELF_APPROVAL,
  /** Nothing counts as decided after its time. */
  DECIDED_IN_TIME,
  /** An approval is pending no longer than its time. */
  EXPIRES_BY_THE_CLOCK,
  /** Whoever is asked has time to decide. */
  TIME_TO_DECIDE,
  /** People are asked once at a time for the same. */
  ONE_PENDING,
  /** A creation, a dispute and an approval of a delivery have each a yes to just that. */
  SIGNED_WITH_A_YES,
  /** Once a hire, or a milestone, is given up, no call that begins signs a creation for it. */
  SIGNED_AFTER_THE_END,
  /** A pause begins nothing. */
  PAUSE_HOLDS,
  /** What is locked, and what people may still say yes to, is within the cap. */
  WITHIN_THE_CAP,
  /** A milestone has one living contract at most. */
  MADE_ONCE,
  /** A creation is told in the same words however often it is. */
  SAME_BODY,
  /** A bond that the protocol does not take any more is asked for anew. */
  BOND_ASKED_ANEW,
  /** Nothing is paid by silence against a no, without people asked to dispute or told. */
  NO_RELEASE_AGAINST_A_NO,
  /** Nothing is paid by silence that nobody was asked about or told of. */
  SILENCE_IS_TOLD,
  /** A dispute that does not get through is told before money moves. */
  HELD_UP_DISPUTE_IS_TOLD,
  /** A hire that is not over has a call, a moment to wake at, or something named to wait for. */
  NEVER_DEAF,
  /** It wakes later than now. */
  WAKES_LATER,
  /** It comes to rest. */
  NO_LIVELOCK,
  /** A line of the ledger is told once. */
  TOLD_ONCE,
  /** The lines of the ledger are what each contract's wallet took and gave back. */
  WALLETS_CONSERVE,
  /** Every contract that was paid for is known. */
  NOTHING_FORGOTTEN,
  /** What is known of a contract is how it ended. */
  CONVERGES,
  /** What became of every payment is known. */
  PAYMENTS_ARE_KNOWN,
  /** Nobody is asked for anything by a hire that is closed. */
  NOTHING_PENDING_WHEN_CLOSED,
  /** No contract goes on unwatched. */
  NOTHING_LEFT_RUNNING,
  /** The next run reads everything that was handed over. */
  JSON_ROUND_TRIP;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  void hold(boolean holds, @Nullable Object words) {
    if (!holds) {
      throw new Violation(wire(), String.valueOf(words));
    }
  }
}
