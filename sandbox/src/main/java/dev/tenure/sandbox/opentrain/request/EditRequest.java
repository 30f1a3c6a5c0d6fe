package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Dollars;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a person changes in the terms of a hire before confirming; null leaves it as it is. */
@Serdeable
public record EditRequest(
    @Nullable @Text String name,
    @Nullable @Text String description,
    @Nullable @Dollars BigDecimal amount,
    @Nullable @Min(1) @Max(1_000) Long amountPercent,
    @Nullable @Date String dueDate) {

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
