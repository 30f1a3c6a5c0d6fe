package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.ContractRef;
import dev.tenure.workflows.marketplace.ProposalRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The contract on the marketplace: reads it and takes over what people made of it. */
final class Contract {
  /** The step that wants to see the contract. */
  static final String SIGHT = "see the contract";

  private static final int LOOKS = 6;
  private static final Duration LOOK = Duration.ofHours(12);

  private final Book book;
  private final Course course;
  private final Doorbells bells;
  private final PatientCall calls;
  private final Holding holding;
  private final Adoption adoption;
  private final ContractNomination nomination;
  private final OutOfSight outOfSight;
  private final Looks looks = new Looks();

  Contract(
      Book book,
      Course course,
      Doorbells bells,
      PatientCall calls,
      Holding holding,
      OutOfSight outOfSight) {
    this.book = book;
    this.course = course;
    this.bells = bells;
    this.calls = calls;
    this.holding = holding;
    this.outOfSight = outOfSight;
    this.adoption = new Adoption(book);
    this.nomination = new ContractNomination(book, calls, holding);
  }

  /** Reads the contract and adopts what it shows. */
  void read() {
    for (int missed = 0; !look(); missed++) {
      outOfSight.await(missed);
      nomination.takeUp();
    }
    outOfSight.over();
  }

  private boolean look() {
    bells.answerContract();
    ContractRef ref = new ContractRef(book.contractId());
    long look = looks.begin();
    return switch (calls.call("read contract", null, m -> m.readContract(ref))) {
      case ContractReading.Seen seen -> {
        if (looks.newest(look)) {
          adoption.adopt(seen.contract());
        }
        yield true;
      }
      case ContractReading.NotFound notFound -> false;
    };
  }

  /**
   * Reads until the contract shows what an approval promised; it may be readable a moment later
   * than the approval itself.
   *
   * @param promise what should be seen, for the incident when it never is
   */
  void readUntil(BooleanSupplier reached, String promise, @Nullable String milestone) {
    for (int look = 0; !reached.getAsBoolean(); look++) {
      course.checkNotHalted();
      if (look == LOOKS) {
        holding.hold(
            "contract shows " + promise,
            IncidentCause.UNEXPECTED,
            "The contract does not show it: " + promise + ". Retry looks again.",
            milestone);
        look = 0;
      } else if (look > 0) {
        pause(Duration.ofMillis(250L << look), "contract not up to date yet");
      }
      look();
    }
  }

  /** Looks at the contract on any bell of it and every 12 hours, as long as that is of use. */
  void lookWhile(BooleanSupplier useful, String what) {
    while (useful.getAsBoolean()) {
      Timer.await(
          book.news,
          LOOK,
          what + ": next look at the contract",
          () -> !useful.getAsBoolean() || bells.contractRang() || course.halted());
      course.checkNotHalted();
      if (useful.getAsBoolean()) {
        read();
      }
    }
  }

  /** Takes the contract that was made of our proposal, wherever it came from. */
  boolean find() {
    ProposalRef proposal = new ProposalRef(book.plan.proposalId(), book.state.jobId);
    bells.answerContract();
    return switch (calls.call("find contract", null, m -> m.findContract(proposal))) {
      case ContractReading.Seen seen -> {
        open(seen.contract().id());
        adoption.adopt(seen.contract());
        yield true;
      }
      case ContractReading.NotFound notFound -> false;
    };
  }

  /** One brief look for a contract of our proposal; takes it when it is to be seen. */
  boolean lookFor() {
    ProposalRef proposal = new ProposalRef(book.plan.proposalId(), book.state.jobId);
    Optional<ContractReading> reading =
        calls.once("last look for a contract", m -> m.findContract(proposal));
    if (reading.isPresent() && reading.get() instanceof ContractReading.Seen seen) {
      open(seen.contract().id());
      adoption.adopt(seen.contract());
      return true;
    }
    return false;
  }

  void open(String contractId) {
    book.state.contractId = contractId;
    book.state.endRequested = book.state.givenUpAs != null;
    book.status(HireStatus.ACTIVE);
    book.note(
        "contract.created",
        "Hired: the contract stands.",
        null,
        null,
        Map.of("contractId", contractId));
  }

  private void pause(Duration delay, String why) {
    Timer.await(book.news, delay, why, course::halted);
    course.checkNotHalted();
  }
}
