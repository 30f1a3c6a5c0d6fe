package dev.tenure.lifecycle.opentrain.hire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One milestone: its terms, what the marketplace showed of it, and what was commanded. */
public final class Milestone {

  /** What is known of its creation, which is a write without any idempotency. */
  public enum Creation {
    /** Not under way: it was never sent, or certainly not carried out. */
    NONE,
    /** Written down before it leaves; the answer is awaited. */
    SENT,
    /** It may have been carried out: it is only looked for, until a person says otherwise. */
    DOUBT
  }

  private final String key;
  private final int position;
  private final boolean foreign;
  MilestonePlan terms;
  @Nullable String id;
  @Nullable Integer number;

  /** When its id became known here. */
  @Nullable Instant knownAt;

  Stage stage = Stage.NONE;

  /** When the stage was last seen to change. */
  long stageTick;

  /** Whether a read of the contract has shown it: only then can it vanish. */
  boolean listed;

  /** Whether the last look did not show it any more; a second one counts. */
  boolean missing;

  /** Whether it was ever in escrow: then its fees are spent. */
  boolean wasFunded;

  /** Whether only the marketplace knows its price, and the last look did not show one. */
  boolean unpriced;

  boolean dropped;
  boolean fundCommanded;
  boolean releaseCommanded;
  Creation creation = Creation.NONE;
  int creations;
  int looksAtDoubt;

  /** A look that began later is due before it is created. */
  long lookBeforeCreation;

  @JsonCreator
  Milestone(
      @JsonProperty("key") String key,
      @JsonProperty("position") int position,
      @JsonProperty("foreign") boolean foreign,
      @JsonProperty("terms") MilestonePlan terms) {
    this.key = key;
    this.position = position;
    this.foreign = foreign;
    this.terms = terms;
  }

  public String key() {
    return key;
  }

  public int position() {
    return position;
  }

  /** Whether somebody else made it: it is shown and counted, and never touched. */
  public boolean foreign() {
    return foreign;
  }

  /** What is to be done and for how much, as it holds now. */
  public MilestonePlan terms() {
    return terms;
  }

  /** The marketplace's id, once it is known. */
  public @Nullable String id() {
    return id;
  }

  public String knownId() {
    return Objects.requireNonNull(id, key);
  }

  public @Nullable Integer number() {
    return number;
  }

  public Stage stage() {
    return stage;
  }

  public long stageTick() {
    return stageTick;
  }

  public boolean missing() {
    return missing;
  }

  public boolean wasFunded() {
    return wasFunded;
  }

  public boolean unpriced() {
    return unpriced;
  }

  /** Given up by us, and not funded by people since. */
  public boolean dropped() {
    return dropped && (stage == Stage.NONE || stage == Stage.UNFUNDED);
  }

  public boolean fundCommanded() {
    return fundCommanded;
  }

  public boolean releaseCommanded() {
    return releaseCommanded;
  }

  public Creation creation() {
    return creation;
  }

  /** How often its creation was tried. */
  public int creations() {
    return creations;
  }

  public int looksAtDoubt() {
    return looksAtDoubt;
  }

  public long lookBeforeCreation() {
    return lookBeforeCreation;
  }

  /** The marketplace's own word counts: the next look without it shows it gone. */
  void reportedCancelled() {
    listed = true;
    missing = true;
  }

  void moveTo(Stage next, long tick) {
    if (next != stage) {
      stage = next;
      stageTick = tick;
      wasFunded |= next.inEscrow() || next == Stage.PAID;
    }
  }
}
