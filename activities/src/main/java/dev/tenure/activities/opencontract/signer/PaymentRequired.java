package dev.tenure.activities.opencontract.signer;

import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.opencontract.signer.json.PaymentRequiredJson;
import dev.tenure.activities.opencontract.signer.json.PaymentRequiredJson.Way;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call costs, and how it may be paid: x402, version 1 or 2.
 *
 * @param version of x402
 * @param resource what is paid for, as it was quoted
 * @param error why a payment is asked for, or what was wrong with the one that was sent, as one
 *     short line
 * @param ways to pay that could be read; at least one
 */
public record PaymentRequired(
    int version, @Nullable String resource, @Nullable String error, List<PaymentQuote> ways) {

  /** Holds it in version 2; in version 1 it is the body. */
  public static final String HEADER = "Payment-Required";

  private static final ForeignJson JSON = new ForeignJson(PaymentRequiredJson.class);
  private static final Pattern UNITS = Pattern.compile("[1-9]\\d{0,29}");

  public PaymentRequired {
    ways = List.copyOf(ways);
  }

  /**
   * Reads the header, or the body where there is none.
   *
   * @throws UnreadableQuoteException with words that name the field
   */
  public static PaymentRequired read(@Nullable String header, byte[] body)
      throws UnreadableQuoteException {
    byte[] bytes = header == null ? body : decoded(header);
    PaymentRequiredJson json =
        JSON.read(bytes, PaymentRequiredJson.class)
            .orElseThrow(() -> new UnreadableQuoteException("the quote is no JSON object"));
    List<Way> read =
        JSON.items(json.accepts(), Way.class).map(ForeignJson.Items::read).orElse(List.of());
    if (read.isEmpty()) {
      throw new UnreadableQuoteException("accepts names no way to pay");
    }
    int version = json.x402Version() != null && json.x402Version() == 1 ? 1 : 2;
    @Nullable String resource =
        json.resource() == null ? read.getFirst().resource() : json.resource().url();
    @Nullable String error = json.error() == null ? null : ForeignText.line(json.error());
    return new PaymentRequired(version, resource, error, quotes(read));
  }

  private static byte[] decoded(String header) throws UnreadableQuoteException {
    try {
      return Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException e) {
      throw new UnreadableQuoteException("the header " + HEADER + " is not base64");
    }
  }

  /** Those that can be read; one that cannot costs no other. */
  private static List<PaymentQuote> quotes(List<Way> ways) throws UnreadableQuoteException {
    List<PaymentQuote> quotes = new ArrayList<>();
    @Nullable UnreadableQuoteException first = null;
    for (Way way : ways) {
      try {
        quotes.add(quote(way));
      } catch (UnreadableQuoteException e) {
        first = first == null ? e : first;
      }
    }
    if (quotes.isEmpty() && first != null) {
      throw first;
    }
    return quotes;
  }

  private static PaymentQuote quote(Way way) throws UnreadableQuoteException {
    String amount = way.amount() == null ? "maxAmountRequired" : "amount";
    String units = text(amount, way.amount() == null ? way.maxAmountRequired() : way.amount());
    if (!UNITS.matcher(units).matches()) {
      throw new UnreadableQuoteException(
          "%s=%s is no whole number of units".formatted(amount, ForeignText.line(units)));
    }
    return new PaymentQuote(
        text("scheme", way.scheme()),
        text("network", way.network()),
        address("asset", way.asset()),
        address("payTo", way.payTo()),
        new BigInteger(units),
        way.maxTimeoutSeconds() == null || way.maxTimeoutSeconds() <= 0
            ? PaymentAssumptions.VALIDITY
            : Duration.ofSeconds(way.maxTimeoutSeconds()),
        name(way),
        version(way));
  }

  private static String text(String field, @Nullable String text) throws UnreadableQuoteException {
    if (text == null) {
      throw new UnreadableQuoteException(field + " is missing");
    }
    return text;
  }

  private static Address address(String field, @Nullable String text)
      throws UnreadableQuoteException {
    try {
      return Address.of(field, text(field, text));
    } catch (IllegalArgumentException e) {
      throw new UnreadableQuoteException(String.valueOf(e.getMessage()));
    }
  }

  private static String name(Way way) {
    return way.extra() == null || way.extra().name() == null
        ? PaymentAssumptions.TOKEN_NAME
        : way.extra().name();
  }

  private static String version(Way way) {
    return way.extra() == null || way.extra().version() == null
        ? PaymentAssumptions.TOKEN_VERSION
        : way.extra().version();
  }
}
