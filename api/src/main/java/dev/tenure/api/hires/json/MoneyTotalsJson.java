package dev.tenure.api.hires.json;

import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The money of the hire. */
@Serdeable
@Schema(name = "MoneyTotals")
public record MoneyTotalsJson(
    @Nullable MoneyJson cap,
    MoneyJson committed,
    MoneyJson paid,
    FeesJson fees,
    MoneyJson worstCase) {

  /**
   * Fees of what is committed.
   *
   * @param estimated as expected
   * @param booked what the marketplace really charged; absent until everything that it booked for
   *     the hire is matched with what was expected
   */
  @Serdeable
  @Schema(name = "Fees")
  public record FeesJson(MoneyJson estimated, @Nullable MoneyJson booked) {}

  static MoneyTotalsJson of(MoneyTotals money, @Nullable Money cap, @Nullable Money feesBooked) {
    return new MoneyTotalsJson(
        MoneyJson.ofNullable(cap),
        MoneyJson.of(money.committed()),
        MoneyJson.of(money.paid()),
        new FeesJson(MoneyJson.of(money.feesEstimated()), MoneyJson.ofNullable(feesBooked)),
        MoneyJson.of(money.worstCase()));
  }
}
