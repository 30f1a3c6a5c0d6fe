package dev.tenure.api.body;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.Money;
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

  /** Above zero, at most two decimals and 1,000,000; zeros at the ends do no harm. */
  public static final String AMOUNT =
      "^(?=.*[1-9])(0{0,9}[0-9]{1,6}(\\.[0-9]{1,2}0{0,13})?|0{0,8}1000000(\\.0{1,15})?)$";

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
    return amount.stripTrailingZeros().scale() > Money.scaleOf(Money.USD)
        ? new FieldError(at.text(), "too_many_decimals", "USD has two decimals.")
        : new FieldError(at.text(), "out_of_range", name + " must not be above 1000000.");
  }
}
