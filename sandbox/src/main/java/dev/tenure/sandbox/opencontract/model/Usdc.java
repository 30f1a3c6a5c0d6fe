package dev.tenure.sandbox.opencontract.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Amounts in USDC are whole units of a millionth. Every part of an amount is rounded down to the
 * unit (assumed): whoever gets the rest gets the crumb, so that sums stay whole.
 */
public final class Usdc {
  public static final int SCALE = 6;

  /** The largest price that is taken, in USDC (assumed). */
  public static final String LARGEST = "1000000000";

  private Usdc() {}

  /**
   * The units of a decimal amount.
   *
   * @throws ArithmeticException when it has more than six decimals or is out of range
   */
  public static long units(BigDecimal amount) {
    return amount.movePointRight(SCALE).longValueExact();
  }

  /** {@code "50.0"}: at least one decimal, and no more than are needed. */
  public static String text(long units) {
    BigDecimal plain = decimal(units);
    return (plain.scale() < 1 ? plain.setScale(1, RoundingMode.UNNECESSARY) : plain)
        .toPlainString();
  }

  /** As a number, without zeros at its end. */
  public static BigDecimal decimal(long units) {
    BigDecimal plain = BigDecimal.valueOf(units, SCALE).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
  }

  /** The part that a ratio makes of it. */
  public static long part(long units, BigDecimal ratio) {
    return BigDecimal.valueOf(units)
        .multiply(ratio)
        .setScale(0, RoundingMode.DOWN)
        .longValueExact();
  }

  /** The part that a fraction makes of it. */
  public static long part(long units, long numerator, long denominator) {
    return BigInteger.valueOf(units)
        .multiply(BigInteger.valueOf(numerator))
        .divide(BigInteger.valueOf(denominator))
        .longValueExact();
  }
}
