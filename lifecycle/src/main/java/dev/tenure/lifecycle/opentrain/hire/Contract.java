package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the looks at the contract have shown, and how fresh that is. */
public final class Contract {
  @Nullable String id;
  boolean seen;
  boolean ended;

  /** When it was first seen ended. */
  long endedTick;

  @Nullable BudgetSnapshot budget;

  /** When the newest look that was adopted began: an older one that comes later is not adopted. */
  long lookTick;

  /** Whether that look came second in its activity: it is newer than others that began with it. */
  boolean lookCameSecond;

  /** How many looks were answered, whatever they showed. */
  int looks;

  /** How many looks in a row have missed the contract that is known to exist. */
  int missed;

  @Nullable Instant readAt;

  /** Whether the marketplace called it ended when something was asked of it. */
  boolean reportedEnded;

  int looksAtReport;

  public boolean known() {
    return id != null;
  }

  public String id() {
    return Objects.requireNonNull(id, "no contract yet");
  }

  public @Nullable String idIfKnown() {
    return id;
  }

  /** Whether a look has shown it. */
  public boolean seen() {
    return seen;
  }

  public boolean ended() {
    return ended;
  }

  public long endedTick() {
    return endedTick;
  }

  public @Nullable BudgetSnapshot budget() {
    return budget;
  }

  public long lookTick() {
    return lookTick;
  }

  public int looks() {
    return looks;
  }

  public int missed() {
    return missed;
  }

  /** When the last look was answered. */
  public @Nullable Instant readAt() {
    return readAt;
  }

  public boolean reportedEnded() {
    return reportedEnded;
  }

  public int looksAtReport() {
    return looksAtReport;
  }

  void reportEnded() {
    reportedEnded = true;
    looksAtReport = looks;
  }
}
