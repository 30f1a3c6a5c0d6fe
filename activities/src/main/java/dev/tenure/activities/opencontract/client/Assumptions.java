package dev.tenure.activities.opencontract.client;

import java.time.Duration;

/**
 * What OpenContract's documents do not say, or say twice, and this client rests on. Each stands
 * here alone, so that it can be changed alone; those of payments are in the signer's own.
 */
final class Assumptions {

  /** The longest title that is taken. */
  static final int LONGEST_TITLE = 200;

  /** The documents name the most; at least one is assumed. */
  static final int MOST_CRITERIA = 10;

  /**
   * A page of a list. Its order is not documented: the newest {@code createdAt} first, which is
   * when the price was paid, so that a page of older contracts is followed by older ones.
   */
  static final int PAGE = 100;

  /**
   * An address may have five unpaid creations; one is left to its owner. Each worker has as many;
   * where several together have too many, the one too many is soon made again. Disputes are not
   * documented to count, and have deadlines.
   */
  static final int UNPAID_AT_ONCE = 4;

  /**
   * Keys never end by themselves. One that was stolen unseen shall not be of use for ever, so it is
   * replaced at this age and revoked.
   */
  static final Duration KEY_LIFE = Duration.ofDays(30);

  private Assumptions() {}

  /** These belong to the edge, and do not say that nothing was executed. */
  static boolean saysNothing(int status) {
    return status >= 500 || status == 408 || status == 425;
  }
}
