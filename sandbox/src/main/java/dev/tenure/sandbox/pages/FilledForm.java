package dev.tenure.sandbox.pages;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.Terms;
import dev.tenure.sandbox.world.TermsEdit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The approval page's form as a browser sent it. What comes back as it was shown was not touched;
 * what was emptied is to be none.
 */
record FilledForm(Map<String, String> values) implements TermsEdit {
  static final FilledForm NONE = new FilledForm(Map.of());

  /** The value of a field, or what the page would show there by itself. */
  String value(String field, String otherwise) {
    return values.getOrDefault(field, otherwise);
  }

  @Override
  public Terms applied(Terms asked) {
    Fields fields = Fields.ofForm(values);
    String name = text(fields, "name", asked.name());
    String description = text(fields, "description", asked.description());
    if (name == null && description == null) {
      throw Refusal.field("name", "or description is required");
    }
    return new Terms(name, description, amountCents(asked), dueDate(fields, asked.dueDate()));
  }

  /**
   * In cents; that asked for when none was typed.
   *
   * @throws Refusal when it is no amount
   */
  long amountCents(Terms asked) {
    BigDecimal typed = Fields.ofForm(values).maybeUsd("amount");
    return typed == null ? asked.amountCents() : Money.cents(typed);
  }

  private @Nullable String text(Fields fields, String field, @Nullable String asked) {
    boolean untouched =
        !values.containsKey(field)
            || plain(values.get(field)).equals(plain(requireNonNullElse(asked, "")));
    return untouched ? asked : withLineFeeds(fields.maybeText(field));
  }

  private @Nullable Instant dueDate(Fields fields, @Nullable Instant asked) {
    String shown = asked == null ? "" : Words.isoDay(asked);
    return value("dueDate", shown).equals(shown) ? asked : fields.maybeDate("dueDate");
  }

  private static @Nullable String withLineFeeds(@Nullable String text) {
    return text == null ? null : text.replace("\r\n", "\n");
  }

  /** Browsers end lines in their own way, or drop the ends where a field has but one line. */
  private static String plain(@Nullable String text) {
    return requireNonNullElse(text, "").replaceAll("[\r\n]", "");
  }
}
