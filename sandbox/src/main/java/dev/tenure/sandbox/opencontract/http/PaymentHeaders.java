package dev.tenure.sandbox.opencontract.http;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opencontract.json.PaymentJson;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.Receipt;
import dev.tenure.sandbox.opencontract.request.PaymentRequest;
import dev.tenure.sandbox.opencontract.rules.Payments;
import dev.tenure.sandbox.opencontract.rules.SignedTransfer;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What x402 says in headers, in both of its versions. */
@Singleton
public class PaymentHeaders {
  public static final String QUOTE = "Payment-Required";
  public static final String PAYMENT = "PAYMENT-SIGNATURE";
  public static final String OLD_PAYMENT = "X-PAYMENT";
  public static final String RECEIPT = "PAYMENT-RESPONSE";
  public static final String OLD_RECEIPT = "X-PAYMENT-RESPONSE";

  private final BodyReader<PaymentRequest> reader;
  private final ObjectMapper json;
  private final HttpHostResolver host;
  private final OpenContractWorld world;

  PaymentHeaders(
      BodyReader<PaymentRequest> reader,
      ObjectMapper json,
      HttpHostResolver host,
      OpenContractWorld world) {
    this.reader = reader;
    this.json = json;
    this.host = host;
    this.world = world;
  }

  /**
   * The payment that came with a request; null when none did.
   *
   * @throws InvalidRequest when it cannot be read
   */
  public @Nullable SignedTransfer payment(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    String name = headers.contains(PAYMENT) ? PAYMENT : OLD_PAYMENT;
    String text = headers.get(name);
    if (text == null) {
      return null;
    }
    try {
      return reader
          .read(Base64.getDecoder().decode(text.strip()), PaymentRequest.class)
          .toTransfer();
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.field(name, "must be base64");
    } catch (InvalidRequest e) {
      throw InvalidRequest.field(name, "holds no payment: " + e.getMessage());
    }
  }

  /** What a quote asks for; the amount in the token's smallest units. */
  public record Asked(String payTo, BigInteger amount) {}

  /**
   * Reads a quote back.
   *
   * @param header the value of Payment-Required
   * @throws InvalidRequest when it is none
   */
  public Asked asked(String header) {
    try {
      PaymentJson.Required quote =
          json.readValue(Base64.getDecoder().decode(header.strip()), PaymentJson.Required.class);
      PaymentJson.Accepted accepted = requireNonNull(quote).accepts().getFirst();
      return new Asked(accepted.payTo(), new BigInteger(accepted.amount()));
    } catch (IOException
        | IllegalArgumentException
        | NullPointerException
        | NoSuchElementException e) {
      throw InvalidRequest.field("quote", "must be a value of the header " + QUOTE);
    }
  }

  /** The header that pays by a signed transfer. */
  public String paying(TransferAuthorization transfer, String signature) {
    return encoded(
        new PaymentRequest(
            2,
            null,
            null,
            new PaymentRequest.Accepted(Payments.SCHEME, Payments.TOKEN.network()),
            new PaymentRequest.Payload(
                signature,
                new PaymentRequest.Authorization(
                    transfer.from(),
                    transfer.to(),
                    transfer.value().toString(),
                    transfer.validAfter().toString(),
                    transfer.validBefore().toString(),
                    transfer.nonce()))));
  }

  /** The 402 of a call that is not paid. */
  HttpResponse<?> required(HttpRequest<?> request, PaymentRequired required) {
    PaymentQuote quote = required.quote();
    String reason = String.valueOf(required.getMessage());
    String url = host.resolve(request) + request.getPath();
    boolean inBody = world.transact(() -> world.settings().quoteInBody());
    MutableHttpResponse<Object> response =
        HttpResponse.<Object>status(HttpStatus.PAYMENT_REQUIRED)
            .header(
                QUOTE,
                encoded(
                    PaymentJson.required(
                        url, quote.description(), quote.payTo(), quote.units(), reason)))
            .body(
                inBody
                    ? PaymentJson.oldRequired(
                        url, quote.description(), quote.payTo(), quote.units(), reason)
                    : new PaymentJson.Empty());
    Receipt failed = required.failed();
    return failed == null ? response : receipt(response, failed);
  }

  /** The response with the receipt of its payment. */
  public <T> MutableHttpResponse<T> receipt(MutableHttpResponse<T> response, Receipt receipt) {
    String text = encoded(receipt);
    return response.header(RECEIPT, text).header(OLD_RECEIPT, text);
  }

  private String encoded(Object value) {
    try {
      return Base64.getEncoder().encodeToString(json.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
