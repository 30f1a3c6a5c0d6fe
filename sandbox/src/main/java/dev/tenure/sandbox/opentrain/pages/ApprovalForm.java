package dev.tenure.sandbox.opentrain.pages;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.contract.TermsEdit;
import dev.tenure.sandbox.opentrain.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The approval page's form as a browser sent it. What comes back as it was shown was not touched;
 * what was emptied is to be none.
 */
record ApprovalForm(Map<String, String> values) implements TermsEdit {
  static final ApprovalForm NONE = new ApprovalForm(Map.of());

  /** The value of a field, or what the page would show there by itself. */
  String value(String field, String otherwise) {
    return values.getOrDefault(field, otherwise);
  }

  @Override
  public Terms applied(Terms asked) {
    String name = text("name", asked.name());
    String description = text("description", asked.description());
    if (name == null && description == null) {
      throw InvalidRequest.field("name", "or description is required");
    }
    return new Terms(name, description, amountCents(asked), dueDate(asked.dueDate()));
  }

  /**
   * In cents; that asked for when none was typed.
   *
   * @throws InvalidRequest when it is no amount
   */
  long amountCents(Terms asked) {
    String typed = Texts.said(values.get("amount"));
    if (typed == null) {
      return asked.amountCents();
    }
    if (!typed.matches("[0-9]{1,10}([.][0-9]{0,2}0*)?")) {
      throw InvalidRequest.field("amount", "must be a number with at most 2 decimals");
    }
    BigDecimal amount = new BigDecimal(typed);
    if (amount.signum() == 0 || amount.compareTo(new BigDecimal(Constraints.LARGEST)) > 0) {
      throw InvalidRequest.field("amount", Constraints.NOT_POSITIVE);
    }
    return Money.cents(amount);
  }

  private @Nullable String text(String field, @Nullable String asked) {
    boolean untouched =
        !values.containsKey(field)
            || plain(values.get(field)).equals(plain(requireNonNullElse(asked, "")));
    String typed = Texts.said(values.get(field));
    if (!untouched && typed != null && Texts.length(typed) > Texts.LONGEST) {
      throw InvalidRequest.field(field, "is too long: at most " + Texts.LONGEST + " characters");
    }
    return untouched ? asked : withLineFeeds(typed);
  }

  private @Nullable Instant dueDate(@Nullable Instant asked) {
    String shown = asked == null ? "" : Formats.isoDay(asked);
    return value("dueDate", shown).equals(shown)
        ? asked
        : IsoTime.of("dueDate", Texts.said(values.get("dueDate")));
  }

  private static @Nullable String withLineFeeds(@Nullable String text) {
    return text == null ? null : text.replace("\r\n", "\n");
  }

  /** Browsers end lines in their own way, or drop the ends where a field has but one line. */
  private static String plain(@Nullable String text) {
    return requireNonNullElse(text, "").replaceAll("[\r\n]", "");
  }
}
