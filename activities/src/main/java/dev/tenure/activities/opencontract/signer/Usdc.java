package dev.tenure.activities.opencontract.signer;

import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** USDC, in which OpenContract deals: six decimals, counted on the chain in units of the last. */
public final class Usdc {

  /** Its code. */
  public static final String CODE = "USDC";

  private static final int DECIMALS = Money.scaleOf(CODE);

  /** Longer numbers are no amounts, and cost more than they are worth. */
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

  private Usdc() {}

  /**
   * An amount that OpenContract sent, exactly, also where it is finer than a unit; empty where the
   * text is none.
   */
  public static Optional<Money> read(@Nullable String text) {
    return text == null || !DECIMAL.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(new Money(new BigDecimal(text), CODE));
  }

  /**
   * An amount as units of the chain.
   *
   * @param field that holds the amount, for words to people
   * @throws IllegalArgumentException where it is another currency, or finer than a unit
   */
  public static BigInteger units(String field, Money amount) {
    if (!amount.currency().equals(CODE)) {
      throw new IllegalArgumentException(
          "%s: OpenContract deals in USDC, not in %s".formatted(field, amount.currency()));
    }
    BigDecimal exact = amount.amount().stripTrailingZeros();
    if (exact.scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "%s: %s USDC has %d decimals, and a unit of USDC is the sixth: round it to 6"
              .formatted(field, exact.toPlainString(), exact.scale()));
    }
    if (exact.signum() < 0) {
      throw new IllegalArgumentException("%s: %s is below zero".formatted(field, amount));
    }
    return exact.movePointRight(DECIMALS).toBigIntegerExact();
  }

  /** Units of the chain as an amount. */
  public static Money money(BigInteger units) {
    return new Money(new BigDecimal(units, DECIMALS), CODE);
  }

  /** An amount as OpenContract takes it: a decimal text without an exponent. */
  public static String text(BigInteger units) {
    return money(units).amount().toPlainString();
  }
}
