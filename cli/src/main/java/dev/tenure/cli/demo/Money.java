package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as the two sides write them. */
final class Money {
  private Money() {}

  /** Ours: {@code {"amount": "450.00", "currency": "USD"}}; nothing where there is none. */
  static BigDecimal ours(JsonNode money) {
    var amount = money.path("amount");
    return amount.isMissingNode() || amount.isNull()
        ? BigDecimal.ZERO
        : new BigDecimal(amount.asText());
  }

  /** The marketplace's contracts: a number of dollars. */
  static BigDecimal dollars(JsonNode number) {
    return number.decimalValue();
  }

  /** The marketplace's ledger: a whole number of cents. */
  static BigDecimal cents(JsonNode number) {
    return BigDecimal.valueOf(number.asLong(), 2);
  }

  /** Millionths of a USDC. */
  static BigDecimal units(JsonNode number) {
    return BigDecimal.valueOf(number.asLong(), 6);
  }

  static String usdc(BigDecimal amount) {
    return amount.setScale(6, RoundingMode.UNNECESSARY).toPlainString() + " USDC";
  }

  static String words(BigDecimal amount) {
    var text = amount.abs().setScale(Math.max(2, amount.scale())).toPlainString();
    return (amount.signum() < 0 ? "-$" : "$") + text;
  }
}
