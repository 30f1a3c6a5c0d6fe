package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.rules.contract.MilestoneOrder;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A request to create a milestone. Here the price is called "amountUsd". */
@Serdeable
public record MilestoneRequest(
    @NotNull(message = Limits.REQUIRED)
        @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
        @Size(max = Limits.TEXT, message = Limits.TOO_LONG)
        String description,
    @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String name,
    @Nullable
        @Positive(message = Limits.POSITIVE)
        @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
        @Digits(integer = 10, fraction = 2, message = Limits.CENTS)
        @Schema(multipleOf = Limits.CENT)
        BigDecimal amountUsd,
    @Nullable
        @Positive(message = Limits.POSITIVE)
        @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
        BigDecimal volume,
    @Nullable @Pattern(regexp = Limits.DATE, message = Limits.NO_DATE) String dueDate)
    implements RequestBody {

  public MilestoneOrder toOrder() {
    return new MilestoneOrder(
        Texts.said(name),
        Texts.trimmed(description),
        amountUsd,
        volume,
        Limits.time("dueDate", dueDate));
  }
}
