package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.AnyOf;
import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A request for more credits; "amount" is another name for the same. */
@Serdeable
@AnyOf({"amountUsd", "amount"})
public record TopUpRequest(
    @Nullable
        @DecimalMin(value = LEAST, message = WITHIN)
        @DecimalMax(value = MOST, message = WITHIN)
        @Digits(integer = 10, fraction = 2, message = Constraints.CENTS_ONLY)
        @Schema(multipleOf = Constraints.CENT)
        BigDecimal amountUsd,
    @Nullable
        @Digits(integer = 10, fraction = 2, message = Constraints.CENTS_ONLY)
        @Schema(multipleOf = Constraints.CENT, minimum = LEAST, maximum = MOST)
        BigDecimal amount)
    implements RequestBody {
  private static final String LEAST = "10";
  private static final String MOST = "10000";
  private static final String WITHIN = "must be from " + LEAST + " to " + MOST;

  /** Held to one range under one name, whichever of the two was sent. */
  public long cents() {
    BigDecimal usd = amountUsd == null ? amount : amountUsd;
    if (usd == null) {
      throw InvalidRequest.field("amountUsd", "or amount is required");
    }
    if (amount != null
        && (amount.compareTo(new BigDecimal(LEAST)) < 0
            || amount.compareTo(new BigDecimal(MOST)) > 0)) {
      throw InvalidRequest.field("amountUsd", WITHIN);
    }
    return Money.cents(usd);
  }
}
