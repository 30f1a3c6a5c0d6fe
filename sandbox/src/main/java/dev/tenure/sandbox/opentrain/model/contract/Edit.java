package dev.tenure.sandbox.opentrain.model.contract;

import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Dollars;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes in the terms of a hire before confirming; what is null stays as it was
 * asked.
 *
 * @param amountPercent of the amount asked for, where no amount is named
 */
@Serdeable
public record Edit(
    @Nullable @Text String name,
    @Nullable @Text String description,
    @Nullable @Dollars BigDecimal amount,
    @Nullable @Min(1) @Max(1_000) Long amountPercent,
    @Nullable @Date String dueDate)
    implements TermsEdit {
  public static final Edit NONE = new Edit(null, null, null, null, null);

  /**
   * Itself.
   *
   * @param at the place of this object in the request, such as {@code "edit."}
   * @throws InvalidRequest when its fields do not fit each other, or its date is none
   */
  public Edit checked(String at) {
    InvalidRequest.require(
        amountPercent == null || amount == null,
        at + "amountPercent",
        "cannot stand beside an amount");
    IsoTime.of(at + "dueDate", dueDate);
    return this;
  }

  @Override
  public Terms applied(Terms asked) {
    return new Terms(
        changed(name, asked.name()),
        changed(description, asked.description()),
        amount(asked.amountCents()),
        dueDate == null ? asked.dueDate() : IsoTime.of("dueDate", dueDate));
  }

  private static @Nullable String changed(@Nullable String wanted, @Nullable String asked) {
    String said = Texts.said(wanted);
    return said == null ? asked : said;
  }

  private long amount(long asked) {
    if (amount != null) {
      return Money.cents(amount);
    }
    return amountPercent == null ? asked : Math.max(1, (asked * amountPercent + 50) / 100);
  }
}
