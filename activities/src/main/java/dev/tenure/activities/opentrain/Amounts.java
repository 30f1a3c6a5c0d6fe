package dev.tenure.activities.opentrain;

import dev.tenure.model.Money;
import java.math.BigDecimal;

/** Money as OpenTrain takes it: a JSON number in dollars. */
final class Amounts {

  private Amounts() {}

  static BigDecimal dollars(Money money) {
    if (!money.currency().equals(Money.USD)) {
      throw new IllegalArgumentException("OpenTrain deals in USD, not in " + money.currency());
    }
    BigDecimal shortest = money.amount().stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
