package dev.tenure.activities.opencontract.signer;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documents of OpenContract and of x402 leave open about payments. Each stands here alone,
 * so that it can be changed alone.
 */
final class PaymentAssumptions {

  /** The quote shows no domain of the token; USDC's on Base Sepolia is this one. */
  static final String TOKEN_NAME = "USDC";

  static final String TOKEN_VERSION = "2";

  /** OpenContract's quotes of version 2 leave the time out. */
  static final Duration VALIDITY = Duration.ofSeconds(60);

  /** A quote may ask for more; a signature that is valid for long is a risk for long. */
  static final Duration LONGEST_VALIDITY = Duration.ofMinutes(5);

  /** The chain's clock may be behind this machine's. */
  static final Duration VALID_SINCE = Duration.ofMinutes(10);

  /**
   * The same the other way round, with the time in which a transaction that was sent just before
   * the end may still be shown: only after this is a signature worthless beyond doubt.
   */
  static final Duration SETTLES_LATE = Duration.ofMinutes(2);

  /** Version 1 names networks, version 2 numbers them. */
  private static final Map<String, String> NETWORKS =
      Map.of("base", "eip155:8453", "base-sepolia", "eip155:84532");

  private static final Pattern EIP155 = Pattern.compile("eip155:([1-9]\\d{0,17})");

  private PaymentAssumptions() {}

  /** The network's one name here. */
  static String network(String quoted) {
    return NETWORKS.getOrDefault(quoted, quoted);
  }

  /** The chain of a network; empty where it is none of Ethereum's kind. */
  static OptionalLong chain(String network) {
    Matcher matcher = EIP155.matcher(network);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
