package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a person changes in the terms of a hire before confirming; null leaves it as it is. */
@Serdeable
public record EditRequest(
    @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String name,
    @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String description,
    @Nullable
        @Positive(message = Limits.POSITIVE)
        @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
        @Digits(integer = 10, fraction = 2, message = Limits.CENTS)
        BigDecimal amount,
    @Nullable @Min(1) @Max(1_000) Long amountPercent,
    @Nullable @Pattern(regexp = Limits.DATE, message = Limits.NO_DATE) String dueDate) {

  /**
   * As it is carried out.
   *
   * @param at the place of this object in the request, such as {@code "edit."}
   */
  public Edit toEdit(String at) {
    if (amountPercent != null && amount != null) {
      throw Refusal.field(at + "amountPercent", "cannot stand beside an amount");
    }
    return new Edit(
        Texts.said(name),
        Texts.said(description),
        amount == null ? null : Money.cents(amount),
        Limits.time(at + "dueDate", dueDate),
        amountPercent);
  }
}
