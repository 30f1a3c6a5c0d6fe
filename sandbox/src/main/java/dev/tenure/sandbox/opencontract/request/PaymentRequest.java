package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.rules.SignedTransfer;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a header carries it: scheme and network stand in {@code accepted} since the second
 * version of x402, and at the top in the first.
 */
@Serdeable
public record PaymentRequest(
    @NotNull(message = REQUIRED) Integer x402Version,
    @Nullable String scheme,
    @Nullable String network,
    @Nullable @Valid Accepted accepted,
    @NotNull(message = REQUIRED) @Valid Payload payload)
    implements RequestBody {
  private static final String REQUIRED = "is required";
  private static final String NUMBER = "[0-9]{1,77}";
  private static final String NO_NUMBER = "must be a whole number in a text";

  /**
   * The way of paying that was chosen from the quote; what it says beyond this is not looked at.
   */
  @Serdeable
  public record Accepted(
      @NotNull(message = REQUIRED) String scheme, @NotNull(message = REQUIRED) String network) {}

  /** The authorisation with its signature. */
  @Serdeable
  public record Payload(
      @NotNull(message = REQUIRED) String signature,
      @NotNull(message = REQUIRED) @Valid Authorization authorization) {}

  /** The fields of an EIP-3009 transfer. */
  @Serdeable
  public record Authorization(
      @NotNull(message = REQUIRED) @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS)
          String from,
      @NotNull(message = REQUIRED) @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS)
          String to,
      @NotNull(message = REQUIRED) @Pattern(regexp = NUMBER, message = NO_NUMBER) String value,
      @NotNull(message = REQUIRED) @Pattern(regexp = NUMBER, message = NO_NUMBER) String validAfter,
      @NotNull(message = REQUIRED) @Pattern(regexp = NUMBER, message = NO_NUMBER)
          String validBefore,
      @NotNull(message = REQUIRED)
          @Pattern(regexp = "0x[0-9a-fA-F]{64}", message = "must be 32 bytes in hexadecimal")
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
      throw InvalidRequest.field(name, REQUIRED);
    }
    return value;
  }
}
