package dev.tenure.api.body;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The patterns of texts in requests, and what a text that breaks one is told. */
public final class Patterns {

  public static final String NOT_BLANK = "\\S";

  /** The key of a milestone. */
  public static final String KEY = "^[a-z0-9][a-z0-9_-]{0,31}$";

  /** The name of an API key. */
  public static final String KEY_NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

  /** The name of an account. */
  public static final String ACCOUNT = "^[a-z][a-z0-9-]{0,30}$";

  /**
   * Above zero, at most six decimals and 1,000,000; zeros at the ends do no harm. Which currency
   * may have how many decimals is no matter of a pattern.
   */
  public static final String AMOUNT =
      "^(?=.*[1-9])(0{0,9}[0-9]{1,6}(\\.[0-9]{1,6}0{0,9})?|0{0,8}1000000(\\.0{1,15})?)$";

  /** An address of a blockchain, in any case of letters. */
  public static final String ADDRESS = "^0x[0-9a-fA-F]{40}$";

  /** A span of days, hours, minutes and seconds as ISO 8601 writes it. */
  public static final String DURATION =
      "^P(?=[0-9T])([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,6}M)?([0-9]{1,7}S)?)?$";

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

  private Patterns() {}

  static FieldError broken(String pattern, Pointer at, String text) {
    String name = at.name();
    return switch (pattern) {
      case NOT_BLANK -> new FieldError(at.text(), "required", name + " is required.");
      case KEY ->
          new FieldError(
              at.text(),
              "bad_key",
              name + " must begin with a-z or 0-9, followed by up to 31 of a-z, 0-9, _ and -.");
      case KEY_NAME ->
          new FieldError(
              at.text(),
              "bad_name",
              name + " must have 1 to 64 letters, digits, dots, _ or -, e.g. \"ci\".");
      case ACCOUNT ->
          new FieldError(
              at.text(),
              "unknown_account",
              "An account has a name of a-z, 0-9 and -, e.g. \"default\".");
      case AMOUNT -> amount(at, text);
      case ADDRESS ->
          new FieldError(
              at.text(),
              "bad_address",
              name + " must be an address: 0x and 40 hexadecimal digits.");
      case DURATION ->
          new FieldError(
              at.text(), "bad_duration", name + " must be a duration such as P3D or PT90M.");
      default -> new FieldError(at.text(), "bad_text", name + " must match " + pattern + ".");
    };
  }

  /** The pattern holds several rules: the answer names the one that is broken. */
  private static FieldError amount(Pointer at, String text) {
    String name = at.name();
    if (!DECIMAL.matcher(text).matches()) {
      return new FieldError(
          at.text(), "bad_amount", name + " must be a decimal such as \"450.00\".");
    }
    var amount = new BigDecimal(text);
    if (amount.signum() == 0) {
      return new FieldError(at.text(), "out_of_range", name + " must be above zero.");
    }
    return amount.stripTrailingZeros().scale() > Money.scaleOf(Money.USDC)
        ? new FieldError(at.text(), "too_many_decimals", "USD has two decimals, and USDC has six.")
        : new FieldError(at.text(), "out_of_range", name + " must not be above 1000000.");
  }
}
