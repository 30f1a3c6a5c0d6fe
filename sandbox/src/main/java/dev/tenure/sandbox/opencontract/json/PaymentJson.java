package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.rules.Payments;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What x402 carries in headers, and its first version in bodies. */
public final class PaymentJson {
  /** How long a payment may take to be collected, in seconds. */
  private static final int TIMEOUT = 60;

  private PaymentJson() {}

  /** The quote of the second version. */
  @Serdeable
  public record Required(
      int x402Version, String error, Resource resource, List<Accepted> accepts) {}

  /** What is paid for. */
  @Serdeable
  public record Resource(String url, String description) {}

  /**
   * A way to pay. The amount stands under the standard's name and under the one that OpenContract's
   * sample uses.
   */
  @Serdeable
  public record Accepted(
      String scheme,
      String network,
      String payTo,
      String asset,
      String amount,
      String maxAmountRequired,
      int maxTimeoutSeconds,
      Token extra) {}

  /** The quote of the first version. */
  @Serdeable
  public record OldRequired(int x402Version, String error, List<OldAccepted> accepts) {}

  /** A way to pay, in the first version. */
  @Serdeable
  public record OldAccepted(
      String scheme,
      String network,
      String maxAmountRequired,
      String resource,
      String description,
      String mimeType,
      String payTo,
      int maxTimeoutSeconds,
      String asset,
      Token extra) {}

  /** What a signature of the token needs. */
  @Serdeable
  public record Token(String name, String version) {}

  /** {@code {}}: the body of a 402 whose quote is in the header only. */
  @Serdeable
  public record Empty() {}

  public static Required required(
      String url, String description, String payTo, long units, String error) {
    return new Required(
        2,
        error,
        new Resource(url, description),
        List.of(
            new Accepted(
                Payments.SCHEME,
                Payments.TOKEN.network(),
                payTo,
                Payments.TOKEN.contract(),
                Long.toString(units),
                Long.toString(units),
                TIMEOUT,
                token())));
  }

  public static OldRequired oldRequired(
      String url, String description, String payTo, long units, String error) {
    return new OldRequired(
        1,
        error,
        List.of(
            new OldAccepted(
                Payments.SCHEME,
                Payments.OLD_NETWORK,
                Long.toString(units),
                url,
                description,
                "application/json",
                payTo,
                TIMEOUT,
                Payments.TOKEN.contract(),
                token())));
  }

  private static Token token() {
    return new Token(Payments.TOKEN.name(), Payments.TOKEN.version());
  }
}
