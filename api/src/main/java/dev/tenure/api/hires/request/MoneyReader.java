package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.MoneyRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money; what cannot be read counts as zero, beside its violation. */
final class MoneyReader {

  /** Above zero, at most two decimals and 1,000,000; zeros at the ends do no harm. */
  static final String PATTERN =
      "^(?=.*[1-9])(0{0,9}[0-9]{1,6}(\\.[0-9]{1,2}0{0,13})?|0{0,8}1000000(\\.0{1,15})?)$";

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");
  private static final BigDecimal MOST = new BigDecimal("1000000");

  private final Violations violations;

  MoneyReader(Violations violations) {
    this.violations = violations;
  }

  Money read(Pointer at, @Nullable MoneyRequest asked) {
    if (asked == null) {
      violations.add(at, "required", Violations.name(at) + " is required.");
      return Money.zero(Money.USD);
    }
    checkCurrency(at.to("currency"), asked.currency());
    return new Money(amount(at.to("amount"), asked.amount()), Money.USD);
  }

  private void checkCurrency(Pointer at, @Nullable String currency) {
    if (currency == null) {
      violations.add(at, "required", "currency is required.");
    } else if (!currency.equals(Money.USD)) {
      violations.add(at, "unknown_currency", "currency must be USD, the marketplace's only one.");
    }
  }

  private BigDecimal amount(Pointer at, @Nullable String text) {
    if (text == null) {
      violations.add(at, "required", "amount is required.");
      return BigDecimal.ZERO;
    }
    if (!DECIMAL.matcher(text).matches()) {
      violations.add(at, "bad_amount", "amount must be a decimal such as \"450.00\".");
      return BigDecimal.ZERO;
    }
    BigDecimal amount = new BigDecimal(text);
    checkSize(at, amount);
    return amount;
  }

  private void checkSize(Pointer at, BigDecimal amount) {
    if (amount.signum() == 0) {
      violations.add(at, "out_of_range", "amount must be above zero.");
    } else if (amount.compareTo(MOST) > 0) {
      violations.add(at, "out_of_range", "amount must not be above 1000000.");
    } else if (amount.stripTrailingZeros().scale() > Money.scaleOf(Money.USD)) {
      violations.add(at, "too_many_decimals", "USD has two decimals.");
    }
  }
}
