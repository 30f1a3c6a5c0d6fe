package dev.tenure.activities.opentrain.client;

import dev.tenure.model.money.Money;
import java.math.BigDecimal;

/** Money as OpenTrain takes it: a JSON number in dollars. */
public final class Amounts {

  private Amounts() {}

  public static BigDecimal dollars(Money money) {
    if (!money.currency().equals(Money.USD)) {
      throw new IllegalArgumentException("OpenTrain deals in USD, not in " + money.currency());
    }
    return plain(money.amount());
  }

  /** Written without an exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
