package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.AnyOf;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Money;
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

/** The terms of a hire's first milestone. A hire calls the price "amount". */
@Serdeable
@AnyOf(
    value = {"name", "description"},
    message = "or description is required")
public record TermsRequest(
    @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String name,
    @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String description,
    @NotNull(message = Limits.REQUIRED)
        @Positive(message = Limits.POSITIVE)
        @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
        @Digits(integer = 10, fraction = 2, message = Limits.CENTS)
        @Schema(multipleOf = Limits.CENT)
        BigDecimal amount,
    @Nullable @Pattern(regexp = Limits.DATE, message = Limits.NO_DATE) String dueDate) {

  /**
   * As the marketplace keeps them.
   *
   * @param at the place of this object in the request, such as {@code "milestone."}
   */
  public Terms toTerms(String at) {
    return new Terms(
        Texts.said(name),
        Texts.said(description),
        Money.cents(amount),
        Limits.time(at + "dueDate", dueDate));
  }
}
