package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.rules.SignedTransfer;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a header carries it: scheme and network stand in {@code accepted} since the second
 * version of x402, and at the top in the first.
 */
@Serdeable
public record PaymentRequest(
    @Required Integer x402Version,
    @Nullable String scheme,
    @Nullable String network,
    @Nullable @Valid Accepted accepted,
    @Required @Valid Payload payload)
    implements RequestBody {
  private static final String NUMBER = "[0-9]{1,77}";
  private static final String NO_NUMBER = "must be a whole number in a text";

  /**
   * The way of paying that was chosen from the quote; what it says beyond this is not looked at.
   */
  @Serdeable
  public record Accepted(@Required String scheme, @Required String network) {}

  /** The authorisation with its signature. */
  @Serdeable
  public record Payload(@Required String signature, @Required @Valid Authorization authorization) {}

  /** The fields of an EIP-3009 transfer. */
  @Serdeable
  public record Authorization(
      @Required @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS) String from,
      @Required @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS) String to,
      @Required @Pattern(regexp = NUMBER, message = NO_NUMBER) String value,
      @Required @Pattern(regexp = NUMBER, message = NO_NUMBER) String validAfter,
      @Required @Pattern(regexp = NUMBER, message = NO_NUMBER) String validBefore,
      @Required @Pattern(regexp = "0x[0-9a-fA-F]{64}", message = "must be 32 bytes in hexadecimal")
          String nonce) {}

  public SignedTransfer toTransfer() {
    Authorization from = payload.authorization();
    return new SignedTransfer(
        required("scheme", accepted == null ? scheme : accepted.scheme()),
        required("network", accepted == null ? network : accepted.network()),
        new TransferAuthorization(
            from.from(),
            from.to(),
            new BigInteger(from.value()),
            new BigInteger(from.validAfter()),
            new BigInteger(from.validBefore()),
            from.nonce()),
        payload.signature());
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw InvalidRequest.field(name, Constraints.IS_REQUIRED);
    }
    return value;
  }
}
