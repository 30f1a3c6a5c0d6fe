package dev.tenure.lifecycle.opentrain.hire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that people were asked for, and what became of it. It is written down before it leaves,
 * so that nothing that may be pending on the marketplace is ever forgotten. The last ask of a step
 * decides what the step does next.
 */
public final class Ask {

  /** What became of an ask. */
  public enum State {
    /** It left, or may have left, and nobody knows yet what came of it. */
    SENT,
    /** It was certainly not carried out: refused, or never sent. Nothing is pending of it. */
    UNSENT,
    /** A person must decide. */
    PENDING,
    /** A person said yes, and the marketplace has carried it out. */
    CONFIRMED,
    /** Carried out at once, without a person. */
    EXECUTED,
    /** The marketplace's own state answered instead of a person. */
    FACT,
    DECLINED,
    EXPIRED,
    /** Somebody else's request took its place. */
    SUPERSEDED,
    /** Our own request with other terms took its place. */
    REPLACED,
    /** People did in the app what it asked for, or made it pointless. */
    SETTLED,
    /** The approval can no longer be seen; a person may still decide on it. */
    LOST,
    /** The marketplace reports a status that is not known here. */
    UNKNOWN;

    /** Whether money may still move by it. */
    public boolean live() {
      return this == SENT || this == PENDING || this == CONFIRMED || this == EXECUTED;
    }
  }

  /** A request without an answer does not arrive any later than that. */
  static final Duration LATEST_ARRIVAL = Duration.ofMinutes(2);

  /** What people decided is shown by any read that begins so long after it, or later. */
  private static final Duration LATEST_SHOWN = Duration.ofHours(1);

  private final Step step;
  private final int ordinal;
  OpenTrainCall.Ask call;
  State state = State.UNSENT;
  @Nullable Instant sentAt;

  /** Whether an attempt ended without an answer: it may be pending, or decided already. */
  boolean maybeArrived;

  /** When it last ended without an answer. */
  @Nullable Instant lostAt;

  /** How often it ended without an answer, and when it did so or was refused last. */
  int tries;

  @Nullable Instant triedAt;
  long triedTick;

  /** When the last search through the approvals that events named began. */
  long searchedTick;

  @Nullable Instant searchedAt;
  @Nullable ApprovalSnapshot approval;

  /**
   * Until when another approval of it may be pending: it was sent again after the one that was
   * found had been decided, perhaps.
   */
  @Nullable Instant otherUntil;

  int attempt;
  long endedTick;
  @Nullable Instant endedAt;
  int looksAtEnd;

  /** Whether the contract was read in the same activity, after the end of the approval. */
  boolean lookedAtEnd;

  /** When the last answered read of the approval began, and when it was answered. */
  long readTick;

  @Nullable Instant readAt;

  /**
   * Whether it was read after its window: what was out of sight then, nobody decides on any more.
   */
  boolean readPastWindow;

  /** Reads since the deadline, or since it was lost. */
  int lateReads;

  AskAnswer.@Nullable Reason fact;

  /** An operator said to ask again. */
  boolean again;

  @JsonCreator
  Ask(
      @JsonProperty("step") Step step,
      @JsonProperty("ordinal") int ordinal,
      @JsonProperty("call") OpenTrainCall.Ask call) {
    this.step = step;
    this.ordinal = ordinal;
    this.call = call;
  }

  public Step step() {
    return step;
  }

  public int ordinal() {
    return ordinal;
  }

  /** The call as it was made, never slow: to be repeated with the very same terms. */
  public OpenTrainCall.Ask call() {
    return call;
  }

  public State state() {
    return state;
  }

  public Instant sentAt() {
    return Objects.requireNonNull(sentAt);
  }

  public boolean maybeArrived() {
    return maybeArrived;
  }

  public int tries() {
    return tries;
  }

  public @Nullable Instant triedAt() {
    return triedAt;
  }

  public long triedTick() {
    return triedTick;
  }

  /** Whether the approvals that events named were searched since the last try. */
  public boolean searched() {
    return searchedAt != null && searchedTick >= triedTick;
  }

  /** Whether they were searched since it was learned what became of it. */
  public boolean searchedSinceEnd() {
    return searchedAt != null && searchedTick >= endedTick;
  }

  public Instant searchedAt() {
    return Objects.requireNonNull(searchedAt);
  }

  public @Nullable ApprovalSnapshot approval() {
    return approval;
  }

  public ApprovalSnapshot knownApproval() {
    return Objects.requireNonNull(approval, step::toString);
  }

  /** Which of the step's approvals it is, from 1. */
  public int attempt() {
    return attempt;
  }

  public long endedTick() {
    return endedTick;
  }

  /** When it was learned what became of it. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public int looksAtEnd() {
    return looksAtEnd;
  }

  public boolean lookedAtEnd() {
    return lookedAtEnd;
  }

  public long readTick() {
    return readTick;
  }

  public @Nullable Instant readAt() {
    return readAt;
  }

  public int lateReads() {
    return lateReads;
  }

  public AskAnswer.@Nullable Reason fact() {
    return fact;
  }

  public boolean again() {
    return again;
  }

  /** When it last ended without an answer. */
  public @Nullable Instant lostAt() {
    return lostAt;
  }

  /** Whether a request of it that had no answer may have arrived after that time. */
  public boolean mayArriveAfter(Instant when) {
    return lostAt != null && when.isBefore(lostAt.plus(LATEST_ARRIVAL));
  }

  /** A read of the contract that began then has come: what it does not show did not happen. */
  void contractRead(Instant began) {
    Instant shown = otherShownAt();
    if (shown != null && began.isAfter(shown)) {
      otherUntil = null;
    }
  }

  /**
   * From when on a read of the contract tells whether another approval of it was confirmed; absent
   * where there can be no other.
   */
  public @Nullable Instant otherShownAt() {
    return otherUntil == null ? null : otherUntil.plus(LATEST_SHOWN);
  }

  /** Whether money may still move by it. */
  public boolean live() {
    return state.live() || otherUntil != null;
  }

  /** Whether it is out of sight, and a person may decide on it all the same. */
  public boolean unseen() {
    return (state == State.LOST || state == State.UNKNOWN) && !readPastWindow;
  }

  /** Whether a person may still decide on it, as far as is known here. */
  public boolean mayBeDecided(Instant now) {
    Instant until = unseenUntil();
    return state == State.SENT || state == State.PENDING || (until != null && !now.isAfter(until));
  }

  /** Until when a person may decide on it unseen; absent where nothing of it is out of sight. */
  public @Nullable Instant unseenUntil() {
    boolean unseen = state == State.LOST || state == State.UNKNOWN;
    return unseen && approval != null ? approval.expiresAt() : otherUntil;
  }
}
