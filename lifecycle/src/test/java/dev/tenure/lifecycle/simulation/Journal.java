package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.lifecycle.opentrain.record.OpenTrainSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.message.HireEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes down, in some runs, all that is told of a hire, and checks that it makes sense. */
final class Journal {
  private static final double COMPARED = .1;
  private static final int ONE_RUN_IN = 32;

  /** What happens to one milestone or approval once at most. */
  private static final Set<String> ONCE =
      Set.of(
          "milestone.created",
          "milestone.funded",
          "milestone.paid",
          "approval.confirmed",
          "contract.created",
          "contract.ended");

  private final World world;
  private final Dice dice;
  private final boolean kept;
  private final Set<String> told = new HashSet<>();
  private @Nullable OpenTrainSnapshot before;
  private long last;
  private long version;

  Journal(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    this.kept = world.draw().seed() % ONE_RUN_IN == 0;
  }

  /** After each decision: what changed is told. */
  void take(OpenTrainHire hire, Instant now) {
    if (!kept) {
      return;
    }
    OpenTrainSnapshot known = before == null ? OpenTrainSnapshot.nothingOf(hire) : before;
    Changes<OpenTrainSnapshot> changes = new OpenTrainLifecycle(hire).changes(known, now);
    if (changes.isEmpty(known)) {
      HireChecks.require(
          changes.events().isEmpty(), "events_change_the_version", () -> changes.toString());
    } else {
      long told = changes.header().version();
      HireChecks.require(
          told == version + 1, "versions_grow_by_one", () -> version + " became " + told);
      version = told;
      world.tally().count("batch recorded");
    }
    changes.events().forEach(this::event);
    HireChecks.require(
        changes.header().money().equals(OpenTrainTotals.of(hire)),
        "money_told",
        () -> changes.header().money() + " told of " + OpenTrainTotals.of(hire));
    before = changes.snapshot();
    if (dice.hits(COMPARED)) {
      nothingMore(hire, changes.snapshot(), now);
    }
  }

  private void event(HireEvent event) {
    HireChecks.require(
        event.number() == last + 1, "events_are_numbered", () -> last + " then " + event);
    last = event.number();
    String subject =
        event.type() + " " + (event.approvalId() == null ? event.milestone() : event.approvalId());
    boolean first = told.add(subject);
    HireChecks.require(first || !ONCE.contains(event.type()), "told_once", () -> "again: " + event);
    if (event.type().equals("approval.confirmed")) {
      HireChecks.require(
          told.contains("approval.requested " + event.approvalId()),
          "requested_before_confirmed",
          event::toString);
    }
    if (event.type().equals("milestone.paid")) {
      HireChecks.require(
          told.contains("milestone.funded " + event.milestone()),
          "funded_before_paid",
          event::toString);
    }
  }

  private static void nothingMore(OpenTrainHire hire, OpenTrainSnapshot told, Instant now) {
    Changes<OpenTrainSnapshot> again = new OpenTrainLifecycle(hire).changes(told, now);
    HireChecks.require(
        again.isEmpty(told) && again.events().isEmpty(),
        "nothing_told_twice",
        () -> again.events().toString());
  }
}
