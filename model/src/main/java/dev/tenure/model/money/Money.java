package dev.tenure.model.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * An amount of one currency: integer units at a scale never coarser than the currency's own (USD 2,
 * USDC 6). Finer amounts, which only a marketplace can send, are kept exactly.
 *
 * <p>In JSON {@code {"amount": "450.00", "currency": "USD"}}.
 *
 * @param amount the decimal amount, written as a string
 * @param currency upper-case currency code
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency)
    implements Comparable<Money> {

  /** The only currency that OpenTrain deals in. */
  public static final String USD = "USD";

  /** The only token that OpenContract deals in. */
  public static final String USDC = "USDC";

  private static final Map<String, Integer> SCALES = Map.of(USD, 2, USDC, 6);

  public Money {
    int least = scaleOf(currency);
    BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    amount = plain.setScale(Math.max(least, plain.scale()));
  }

  /** Decimals of a currency; 2 where none is known. */
  public static int scaleOf(String currency) {
    return SCALES.getOrDefault(currency, 2);
  }

  /** Whether amounts of this currency are known here. */
  public static boolean knows(String currency) {
    return SCALES.containsKey(currency);
  }

  public static Money usd(String amount) {
    return new Money(new BigDecimal(amount), USD);
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** An amount given in the currency's minor units, e.g. cents. */
  public static Money ofMinor(long minor, String currency) {
    return new Money(BigDecimal.valueOf(minor, scaleOf(currency)), currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  /** This amount times a percentage, rounded half up to the currency's scale. */
  public Money percent(int percentage) {
    BigDecimal exact = amount.multiply(BigDecimal.valueOf(percentage)).movePointLeft(2);
    return new Money(exact.setScale(scaleOf(currency), RoundingMode.HALF_UP), currency);
  }

  /** This amount times a ratio, rounded down to the currency's scale. */
  public Money times(BigDecimal ratio) {
    return new Money(
        amount.multiply(ratio).setScale(scaleOf(currency), RoundingMode.DOWN), currency);
  }

  @JsonIgnore
  public boolean isPositive() {
    return amount.signum() > 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  /** For people: {@code $450.00}, or {@code 450.000000 USDC}. */
  @Override
  public String toString() {
    return currency.equals(USD)
        ? "$" + amount.toPlainString()
        : amount.toPlainString() + " " + currency;
  }

  /**
   * For places that read Markdown, where dollar signs would begin a formula: {@code 450.00 USD}.
   */
  public String withCode() {
    return amount.toPlainString() + " " + currency;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
    }
    return other;
  }
}
