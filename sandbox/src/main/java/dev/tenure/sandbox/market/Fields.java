package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object field by field; a wrong one is refused by its name. */
public final class Fields {
  private static final BigDecimal LARGEST = new BigDecimal("1000000000");
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final JsonNode object;
  private final String prefix;
  private final Set<String> asked = new HashSet<>();
  private final List<Fields> inner = new ArrayList<>();

  Fields(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  /** The fields of a web form: texts, but for the amount, which is a number. */
  public static Fields ofForm(Map<String, String> form) {
    Map<String, JsonNode> nodes = new HashMap<>();
    form.forEach((name, text) -> nodes.put(name, JsonNode.createStringNode(text)));
    String amount = form.getOrDefault("amount", "").strip();
    try {
      nodes.put(
          "amount",
          amount.isEmpty()
              ? JsonNode.nullNode()
              : JsonNode.createNumberNode(new BigDecimal(amount)));
    } catch (NumberFormatException e) {
      throw Refusal.field("amount", "must be a number");
    }
    return new Fields(JsonNode.createObjectNode(nodes), "");
  }

  /** Refuses the first field that nobody has asked for. */
  public void requireNoOthers() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        throw wrong(name, "is not known here");
      }
    }
    inner.forEach(Fields::requireNoOthers);
  }

  public String name(String field) {
    return prefix + field;
  }

  public boolean has(String field) {
    return value(field) != null;
  }

  public Fields object(String field) {
    Fields found = maybeObject(field);
    if (found == null) {
      throw wrong(field, "is required");
    }
    return found;
  }

  public @Nullable Fields maybeObject(String field) {
    JsonNode value = value(field);
    if (value != null && !value.isObject()) {
      throw wrong(field, "must be an object");
    }
    return value == null ? null : within(new Fields(value, prefix + field + "."));
  }

  public List<Fields> objects(String field) {
    JsonNode value = value(field);
    List<Fields> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!value.isArray()) {
      throw wrong(field, "must be a list");
    }
    for (JsonNode item : value.values()) {
      String name = prefix + field + "[" + all.size() + "]";
      if (!item.isObject()) {
        throw Refusal.field(name, "must be an object");
      }
      all.add(within(new Fields(item, name + ".")));
    }
    return all;
  }

  public @Nullable List<String> maybeTexts(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isArray()) {
      throw wrong(field, "must be a list");
    }
    List<String> all = new ArrayList<>();
    for (JsonNode item : value.values()) {
      if (!item.isString()) {
        throw wrong(field, "must hold texts only");
      }
      all.add(item.getStringValue());
    }
    return all;
  }

  public List<String> names() {
    List<String> names = new ArrayList<>();
    object.entries().forEach(entry -> names.add(entry.getKey()));
    return names;
  }

  /** Trimmed; empty counts as absent. */
  public @Nullable String maybeText(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(field, "must be a text");
    }
    String text = value.getStringValue().strip();
    if (text.length() > 10_000) {
      throw wrong(field, "is too long");
    }
    return text.isEmpty() ? null : text;
  }

  public String text(String field) {
    String text = maybeText(field);
    if (text == null) {
      throw wrong(field, "is required");
    }
    return text;
  }

  public boolean flag(String field, boolean otherwise) {
    JsonNode value = value(field);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrong(field, "must be true or false");
    }
    return value.getBooleanValue();
  }

  public long whole(String field, long least, long most, long otherwise) {
    BigDecimal number = number(field);
    if (number == null) {
      return otherwise;
    }
    if (number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw wrong(field, "must be a whole number from " + least + " to " + most);
    }
    return number.longValueExact();
  }

  /** A number above zero. */
  public @Nullable BigDecimal maybePositive(String field) {
    BigDecimal number = number(field);
    if (number != null && (number.signum() <= 0 || number.compareTo(LARGEST) > 0)) {
      throw wrong(field, "must be above 0 and at most " + LARGEST);
    }
    return number;
  }

  /** Dollars above zero, in whole cents. */
  public @Nullable BigDecimal maybeUsd(String field) {
    BigDecimal number = maybePositive(field);
    if (number != null && number.stripTrailingZeros().scale() > 2) {
      throw wrong(field, "must have at most 2 decimals");
    }
    return number;
  }

  public BigDecimal usd(String field) {
    BigDecimal number = maybeUsd(field);
    if (number == null) {
      throw wrong(field, "is required");
    }
    return number;
  }

  /** A date, or a time with its offset. */
  public @Nullable Instant maybeDate(String field) {
    String text = maybeText(field);
    if (text == null) {
      return null;
    }
    try {
      Instant instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw wrong(field, "is out of range");
      }
      return instant;
    } catch (DateTimeException e) {
      throw wrong(field, "must be an ISO 8601 date");
    }
  }

  private @Nullable BigDecimal number(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw wrong(field, "must be a number");
    }
    try {
      BigDecimal number = value.getBigDecimalValue();
      if (number.precision() - number.scale() > 30 || number.scale() > 30) {
        throw wrong(field, "is out of range");
      }
      return number;
    } catch (NumberFormatException e) {
      throw wrong(field, "is out of range");
    }
  }

  private Fields within(Fields part) {
    inner.add(part);
    return part;
  }

  private @Nullable JsonNode value(String field) {
    asked.add(field);
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private Refusal wrong(String field, String words) {
    return Refusal.field(prefix + field, words);
  }
}
