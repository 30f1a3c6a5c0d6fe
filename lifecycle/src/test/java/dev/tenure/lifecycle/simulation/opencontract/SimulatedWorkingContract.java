package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Working Contract on the simulated marketplace, with what each side paid in and got. */
final class SimulatedWorkingContract {
  final String id;
  final NewWorkingContract terms;
  final Instant createdAt;
  WorkingContractStatus status = WorkingContractStatus.CREATED;
  @Nullable String worker;
  @Nullable Money stake;
  @Nullable Money bond;
  @Nullable String delivery;
  @Nullable List<String> criteriaMet;
  @Nullable Instant votesUntil;
  @Nullable Instant settlesAt;
  boolean bySilence;
  Instant endedAt = Instant.MAX;
  Money clientIn;
  Money clientOut;
  Money workerOut;
  Money treasury;

  private record Shown(Instant since, WorkingContractSnapshot snapshot) {}

  private final List<Shown> history = new ArrayList<>();

  SimulatedWorkingContract(String id, NewWorkingContract terms, Instant createdAt) {
    this.id = id;
    this.terms = terms;
    this.createdAt = createdAt;
    this.worker = terms.worker();
    Money zero = Money.zero(terms.price().currency());
    this.clientIn = terms.price();
    this.clientOut = zero;
    this.workerOut = zero;
    this.treasury = zero;
    changed(createdAt);
  }

  void to(WorkingContractStatus next, Instant at) {
    status = next;
    if (next.terminal()) {
      endedAt = at;
    }
    changed(at);
  }

  private void changed(Instant at) {
    history.add(new Shown(at, snapshot()));
  }

  /** As it was shown at that moment, or first of all. */
  WorkingContractSnapshot shownAt(Instant when) {
    WorkingContractSnapshot shown = history.getFirst().snapshot();
    for (Shown known : history) {
      if (!known.since().isAfter(when)) {
        shown = known.snapshot();
      }
    }
    return shown;
  }

  private WorkingContractSnapshot snapshot() {
    return new WorkingContractSnapshot(
        id,
        status.wire(),
        createdAt,
        worker,
        terms.title(),
        terms.acceptanceCriteria(),
        criteriaMet,
        delivery,
        terms.deadlines().match(),
        terms.deadlines().withdrawal(),
        terms.deadlines().delivery(),
        terms.deadlines().review(),
        terms.price(),
        terms.price(),
        stake,
        bond);
  }
}
