package dev.tenure.lifecycle.opencontract.hire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Working Contract that was created for a milestone, as it was shown last. */
public final class WorkingContract {
  /** What the documents show for a vote, where the protocol tells none. */
  private static final Duration USUAL_VOTE = Duration.ofHours(24);

  private final int ordinal;
  private final NewWorkingContract terms;
  private final @Nullable String transaction;
  WorkingContractSnapshot shown;

  /** When its status was first seen, by our own clock. */
  Instant statusSince;

  /** When each of these was first seen; absent while it was not. */
  @Nullable Instant underReviewSince;

  @Nullable Instant disputedSince;
  @Nullable Instant endedAt;

  /** The protocol as it was read for this contract last. */
  @Nullable ProtocolParameters protocol;

  /** When that was asked for; before {@link #endTick} its slashes may have changed since. */
  long protocolTick;

  @Nullable Instant protocolReadAt;

  /** What was asked for before this may not be its bond any more. */
  long protocolStaleTick;

  long endTick;

  /** When the last answered look ended. */
  Instant readAt;

  /** Answered looks since the status' own deadline, or since its beginning where it has none. */
  int lateReads;

  /** When the last adopted look began. */
  long lookTick;

  long notifiedTick;

  /** Looks in a row that did not find it. */
  int missed;

  /** Answered approvals and cancellations that the status does not show. */
  int writesInVain;

  boolean cancelBegun;
  boolean approveBegun;

  /** It was paid for unseen while its terms were changed: another one follows with the new ones. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean replaced;

  /** A dispute has begun: it may be paid, and is asked for until that is known. */
  @Nullable Instant disputeBegunAt;

  @Nullable Instant disputeUncertainUntil;

  /** The contract went on before the dispute could be paid. */
  boolean disputeOvertaken;

  @JsonCreator
  WorkingContract(
      @JsonProperty("ordinal") int ordinal,
      @JsonProperty("terms") NewWorkingContract terms,
      @JsonProperty("transaction") @Nullable String transaction,
      @JsonProperty("shown") WorkingContractSnapshot shown,
      @JsonProperty("statusSince") Instant statusSince,
      @JsonProperty("readAt") Instant readAt) {
    this.ordinal = ordinal;
    this.terms = terms;
    this.transaction = transaction;
    this.shown = shown;
    this.statusSince = statusSince;
    this.readAt = readAt;
  }

  /** Counts the contracts of one milestone from 1. */
  public int ordinal() {
    return ordinal;
  }

  public String id() {
    return shown.id();
  }

  /** As it was created. */
  public NewWorkingContract terms() {
    return terms;
  }

  /** Of its payment, where that was told. */
  public @Nullable String transaction() {
    return transaction;
  }

  /** As the marketplace showed it last. */
  public WorkingContractSnapshot shown() {
    return shown;
  }

  /** Where it stands; empty for a word that is not known here. */
  public Optional<WorkingContractStatus> status() {
    return WorkingContractStatus.of(shown.status());
  }

  public boolean is(WorkingContractStatus status) {
    return status().filter(status::equals).isPresent();
  }

  public boolean terminal() {
    return status().filter(WorkingContractStatus::terminal).isPresent();
  }

  /** Whether it was cancelled because its terms were changed before it was seen. */
  public boolean replaced() {
    return replaced && is(WorkingContractStatus.CANCELLED_BY_CLIENT);
  }

  /** Whether it ended and left the work undone, by nothing that we did. */
  public boolean workerLost() {
    return status().filter(WorkingContract::losesWorker).isPresent();
  }

  private static boolean losesWorker(WorkingContractStatus status) {
    return switch (status) {
      case CANCELLED_UNMATCHED, CANCELLED_WITHDRAWN, CANCELLED_ABSENT, SETTLED_NONE_MET -> true;
      case CREATED,
          MATCHED,
          UNDER_REVIEW,
          DISPUTED,
          RESOLVED,
          SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET,
          CANCELLED_BY_CLIENT ->
          false;
    };
  }

  /** The Worker named or matched; absent for an open tender that nobody took. */
  public @Nullable String worker() {
    return shown.worker() == null ? terms.worker() : shown.worker();
  }

  public Money price() {
    return terms.price();
  }

  /** What was locked at the creation. */
  public Money escrowed() {
    return Objects.requireNonNullElse(shown.escrowed(), terms.price());
  }

  public Deadlines deadlines() {
    Deadlines asked = terms.deadlines();
    return new Deadlines(
        Objects.requireNonNullElse(shown.matchDeadline(), asked.match()),
        Objects.requireNonNullElse(shown.withdrawalDeadline(), asked.withdrawal()),
        Objects.requireNonNullElse(shown.deliveryDeadline(), asked.delivery()),
        Objects.requireNonNullElse(shown.reviewDeadline(), asked.review()));
  }

  /** When the status ends by itself at the latest; absent where nothing bounds it. */
  public @Nullable Instant statusDeadline() {
    WorkingContractStatus status = status().orElse(null);
    if (status == null) {
      return null;
    }
    return switch (status) {
      case CREATED -> deadlines().match();
      case MATCHED -> deadlines().delivery();
      case UNDER_REVIEW -> deadlines().review();
      case DISPUTED -> votesEnd();
      case RESOLVED,
          SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET,
          SETTLED_NONE_MET,
          CANCELLED_BY_CLIENT,
          CANCELLED_UNMATCHED,
          CANCELLED_WITHDRAWN,
          CANCELLED_ABSENT ->
          null;
    };
  }

  /** When the votes on our dispute end at the latest; of a dispute only. */
  public Instant votesEnd() {
    Duration window = protocol == null ? null : protocol.votingWindow();
    return Objects.requireNonNullElse(disputedSince, statusSince)
        .plus(Objects.requireNonNullElse(window, USUAL_VOTE));
  }

  public Instant statusSince() {
    return statusSince;
  }

  public @Nullable Instant underReviewSince() {
    return underReviewSince;
  }

  public @Nullable Instant disputedSince() {
    return disputedSince;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public @Nullable ProtocolParameters protocol() {
    return protocol;
  }

  /** When the protocol was read last; absent where it was not. */
  public @Nullable Instant protocolReadAt() {
    return protocolReadAt;
  }

  /**
   * Whether the protocol may ask for another bond than was read last: a dispute was refused since.
   */
  public boolean protocolStale() {
    return protocol != null && protocolTick < protocolStaleTick;
  }

  /**
   * Whether it has ended and what that pays is known: by the protocol, which is read once more
   * after the end where the Worker's stake is slashed.
   */
  public boolean settlementKnown() {
    boolean refundOnly =
        is(WorkingContractStatus.CANCELLED_BY_CLIENT)
            || is(WorkingContractStatus.CANCELLED_UNMATCHED);
    boolean slashed =
        is(WorkingContractStatus.CANCELLED_WITHDRAWN)
            || is(WorkingContractStatus.CANCELLED_ABSENT)
            || is(WorkingContractStatus.SETTLED_NONE_MET);
    return terminal()
        && (refundOnly || (protocol != null && (!slashed || protocolTick >= endTick)));
  }

  public Instant readAt() {
    return readAt;
  }

  public int lateReads() {
    return lateReads;
  }

  /** Whether something hinted at it after the last adopted look began. */
  public boolean notified() {
    return notifiedTick > lookTick;
  }

  public int missed() {
    return missed;
  }

  public int writesInVain() {
    return writesInVain;
  }

  /** Whether we began to cancel it. */
  public boolean cancelBegun() {
    return cancelBegun;
  }

  public boolean approveBegun() {
    return approveBegun;
  }

  /** When a dispute began whose fate is not known; absent where none is under way. */
  public @Nullable Instant disputeBegunAt() {
    return disputeBegunAt;
  }

  public @Nullable Instant disputeUncertainUntil() {
    return disputeUncertainUntil;
  }

  public boolean disputeOvertaken() {
    return disputeOvertaken;
  }
}
