package dev.tenure.sandbox.opencontract.world;

import dev.tenure.sandbox.http.Constraints.Delay;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Ratio;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated agents do. All draws come from the seed and from what is drawn for.
 *
 * @param workers how the wallets {@code worker-1} to {@code worker-9} work
 * @param backups how the wallets {@code backup-1} to {@code backup-9} vote
 */
@Serdeable
public record AgentPolicy(
    @Min(0) @Max(Integer.MAX_VALUE) Long seed, @Valid Workers workers, @Valid Backups backups) {
  /** Nobody does anything. */
  public static final AgentPolicy ABSENT =
      new AgentPolicy(
          1L,
          new Workers(
              0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0L, null),
          new Backups(0, List.of(), BigDecimal.ZERO, BigDecimal.ZERO, 0L, null));

  /**
   * Workers. What is left of a whole, when the shares are taken, does nothing: such a Worker lets
   * an offer lie, or vanishes with the work.
   *
   * @param rivals how many reach for an open tender at the same moment
   * @param accept the share of offers that are taken
   * @param decline the share of awards that are declined
   * @param deliver the share of matches that are delivered
   * @param withdraw the share of matches that are given up in time
   * @param delayMs how long each step takes at least, in the marketplace's time
   * @param maxDelayMs how long at most; null for no longer than that
   */
  @Serdeable
  public record Workers(
      @Min(0) @Max(9) Integer rivals,
      @Ratio BigDecimal accept,
      @Ratio BigDecimal decline,
      @Ratio BigDecimal deliver,
      @Ratio BigDecimal withdraw,
      @Delay Long delayMs,
      @Nullable @Delay Long maxDelayMs) {}

  /**
   * Backup Agents; what is left of a whole is the share of criteria that they find unclear.
   *
   * @param votes how many of them vote on each dispute
   * @param criteria what all of them say of each criterion, by its index; the shares hold for those
   *     that are not named
   */
  @Serdeable
  public record Backups(
      @Min(0) @Max(9) Integer votes,
      @Size(max = 10) List<@Required Criterion> criteria,
      @Ratio BigDecimal met,
      @Ratio BigDecimal notMet,
      @Delay Long delayMs,
      @Nullable @Delay Long maxDelayMs) {}
}
