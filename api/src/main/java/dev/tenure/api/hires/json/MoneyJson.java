package dev.tenure.api.hires.json;

import dev.tenure.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money in an answer.
 *
 * @param amount decimal, as text
 */
@Serdeable
@Schema(name = "Money")
public record MoneyJson(
    @Schema(example = "450.00") String amount, @Schema(example = "USD") String currency) {

  public static MoneyJson of(Money money) {
    return new MoneyJson(money.amount().toPlainString(), money.currency());
  }

  public static @Nullable MoneyJson ofNullable(@Nullable Money money) {
    return money == null ? null : of(money);
  }
}
