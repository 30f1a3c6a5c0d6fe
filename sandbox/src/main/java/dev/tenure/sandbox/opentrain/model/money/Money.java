package dev.tenure.sandbox.opentrain.model.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Integer cents inside, decimal dollars on the wire. */
public final class Money {
  private Money() {}

  /** 45000 → 450, 45050 → 450.5: as the marketplace prints dollars. */
  public static BigDecimal usd(long cents) {
    return plain(BigDecimal.valueOf(cents, 2));
  }

  /** Without trailing zeros and without an exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  public static long cents(BigDecimal usd) {
    return usd.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
