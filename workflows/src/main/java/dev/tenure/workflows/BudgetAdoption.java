package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.BudgetSnapshot;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells when the work that was funded runs out, on a contract paid by hours or labels. */
final class BudgetAdoption {
  private static final String FINE = "OK";

  private final Book book;

  BudgetAdoption(Book book) {
    this.book = book;
  }

  void adopt(BudgetSnapshot shown) {
    BudgetSnapshot known = book.state.budget;
    String before = known == null ? FINE : known.state();
    book.state.budget = shown;
    if (!shown.state().equals(before)) {
      book.note(
          "contract.budget_" + shown.state().toLowerCase(Locale.ROOT),
          words(shown),
          null,
          null,
          data(shown, before));
    }
  }

  private static String words(BudgetSnapshot shown) {
    String used =
        "%s of %s funded are used up".formatted(text(shown.consumed()), text(shown.funded()));
    return switch (shown.state()) {
      case FINE -> "The budget of the contract is fine again: " + used + ".";
      case "LOW" -> "The budget of the contract runs low: " + used + ".";
      case "DEPLETED" ->
          "The budget of the contract is used up: " + used + ". Fund a milestone for more work.";
      default -> "The budget of the contract is " + shown.state() + ": " + used + ".";
    };
  }

  private Map<String, String> data(BudgetSnapshot shown, String before) {
    Map<String, String> data = new TreeMap<>();
    data.put("contractId", book.contractId());
    data.put("before", before);
    data.put("state", shown.state());
    data.put("funded", text(shown.funded()));
    data.put("consumed", text(shown.consumed()));
    data.put("remaining", text(shown.remaining()));
    return data;
  }

  private static String text(@Nullable BigDecimal volume) {
    return volume == null ? "?" : volume.stripTrailingZeros().toPlainString();
  }
}
