package dev.tenure.activities.http;

import java.time.Duration;

/**
 * Bounds of one exchange.
 *
 * @param deadline from the call to the last byte of the answer: connection, handshakes and body
 * @param bodyBytes the longest body that is taken, after decompression
 */
public record HttpLimits(Duration deadline, int bodyBytes) {

  /** 30 s, and 8 MiB. */
  public static final HttpLimits USUAL = new HttpLimits(Duration.ofSeconds(30), 8 << 20);

  /** For a list without pages: 64 MiB, which is more than 10,000 contracts. */
  public static final HttpLimits LONG_LIST = new HttpLimits(Duration.ofSeconds(30), 64 << 20);

  public HttpLimits {
    if (!deadline.isPositive() || bodyBytes < 0) {
      throw new IllegalArgumentException("no exchange fits into " + deadline + ", " + bodyBytes);
    }
  }
}
