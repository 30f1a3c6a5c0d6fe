package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One named value of a request, read as what it has to be; a wrong one is refused by its name.
 *
 * @param node null when the value is absent or null, which is the same here
 */
record Field(String name, @Nullable JsonNode node) {
  /** The longest text that is taken, in characters as JSON Schema counts them. */
  static final int LONGEST = 10_000;

  private static final BigDecimal LARGEST = new BigDecimal("1000000000");
  // A double's smallest value has 1,074 decimals; whatever is finer is nothing to a client's JSON.
  private static final int FINEST = 1_100;

  /** A text without the blanks around it; one of blanks only counts as absent. */
  @Nullable String text(int longest) {
    String text = raw(longest);
    String trimmed = text == null ? "" : Blanks.trim(text);
    return trimmed.isEmpty() ? null : trimmed;
  }

  /** A text that has to fit as it is, blanks included. */
  @Nullable String matching(Pattern pattern, int longest, String words) {
    String text = raw(longest);
    if (text != null && !pattern.matcher(text).matches()) {
      throw wrong(words);
    }
    return text;
  }

  @Nullable List<String> texts() {
    if (node == null) {
      return null;
    }
    List<String> all = new ArrayList<>();
    for (JsonNode item : items()) {
      if (!item.isString()) {
        throw wrong("must hold texts only");
      }
      all.add(item.getStringValue());
    }
    return all;
  }

  /** The parts of a list; an absent one is empty. */
  Iterable<JsonNode> items() {
    if (node != null && !node.isArray()) {
      throw wrong("must be a list");
    }
    return node == null ? List.of() : node.values();
  }

  boolean flag(boolean otherwise) {
    if (node != null && !node.isBoolean()) {
      throw wrong("must be true or false");
    }
    return node == null ? otherwise : node.getBooleanValue();
  }

  long whole(long least, long most, long otherwise) {
    BigDecimal number = number();
    if (number == null) {
      return otherwise;
    }
    if (number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw wrong("must be a whole number from " + least + " to " + most);
    }
    return number.longValueExact();
  }

  /** A number above zero. */
  @Nullable BigDecimal positive() {
    BigDecimal number = number();
    if (number != null && (number.signum() <= 0 || number.compareTo(LARGEST) > 0)) {
      throw wrong("must be above 0 and at most " + LARGEST);
    }
    return number;
  }

  /** Dollars above zero, in whole cents. */
  @Nullable BigDecimal usd() {
    BigDecimal number = positive();
    if (number != null && number.stripTrailingZeros().scale() > 2) {
      throw wrong("must have at most 2 decimals");
    }
    return number;
  }

  /** A date, or a time with its offset. */
  @Nullable Instant date() {
    String text = text(LONGEST);
    if (text == null && node != null) {
      throw wrong("must be an ISO 8601 date");
    }
    try {
      return text == null ? null : IsoTime.parse(text);
    } catch (DateTimeException e) {
      throw wrong("must be an ISO 8601 date");
    }
  }

  Refusal wrong(String words) {
    return Refusal.field(name, words);
  }

  private @Nullable String raw(int longest) {
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      throw wrong("must be a text");
    }
    String text = node.getStringValue();
    if (text.codePointCount(0, text.length()) > longest) {
      throw wrong("is too long: at most " + longest + " characters");
    }
    return text;
  }

  private @Nullable BigDecimal number() {
    if (node == null) {
      return null;
    }
    if (!node.isNumber()) {
      throw wrong("must be a number");
    }
    try {
      BigDecimal number = node.getBigDecimalValue();
      if ((long) number.precision() - number.scale() > 30 || number.scale() > FINEST) {
        throw wrong("is out of range");
      }
      return number;
    } catch (NumberFormatException e) {
      throw wrong("is out of range");
    }
  }
}
