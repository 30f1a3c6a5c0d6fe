package dev.tenure.sandbox.opencontract.world;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What the simulated agents do. All draws come from the seed and from what is drawn for.
 *
 * @param workers how the wallets {@code worker-1} to {@code worker-9} work
 * @param backups how the wallets {@code backup-1} to {@code backup-9} vote
 */
@Serdeable
public record AgentPolicy(long seed, Workers workers, Backups backups) {
  /** Nobody does anything. */
  public static final AgentPolicy ABSENT =
      new AgentPolicy(1, new Workers(0, 0, 0, 0, 0, 0, 0), new Backups(0, List.of(), 0, 0, 0, 0));

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
   * @param maxDelayMs how long at most
   */
  @Serdeable
  public record Workers(
      int rivals,
      double accept,
      double decline,
      double deliver,
      double withdraw,
      long delayMs,
      long maxDelayMs) {}

  /**
   * Backup Agents; what is left of a whole is the share of criteria that they find unclear.
   *
   * @param votes how many of them vote on each dispute
   * @param criteria what all of them say of each criterion, by its index; the shares hold for those
   *     that are not named
   */
  @Serdeable
  public record Backups(
      int votes, List<String> criteria, double met, double notMet, long delayMs, long maxDelayMs) {}
}
