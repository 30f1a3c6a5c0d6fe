package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object field by field; a wrong one is refused by its name. */
public final class Fields {
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
    // A browser sends what was left empty, too.
    form.forEach(
        (name, text) -> {
          if (!text.isBlank()) {
            nodes.put(name, JsonNode.createStringNode(text));
          }
        });
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
        throw Refusal.field(name(name), "is not known here");
      }
    }
    inner.forEach(Fields::requireNoOthers);
  }

  public String name(String field) {
    return prefix + field;
  }

  public boolean has(String field) {
    return one(field).node() != null;
  }

  public Fields object(String field) {
    return required(field, maybeObject(field));
  }

  public @Nullable Fields maybeObject(String field) {
    Field one = one(field);
    JsonNode value = one.node();
    if (value != null && !value.isObject()) {
      throw one.wrong("must be an object");
    }
    return value == null ? null : within(new Fields(value, one.name() + "."));
  }

  public List<Fields> objects(String field) {
    Field one = one(field);
    List<Fields> all = new ArrayList<>();
    for (JsonNode item : one.items()) {
      String name = one.name() + "[" + all.size() + "]";
      if (!item.isObject()) {
        throw Refusal.field(name, "must be an object");
      }
      all.add(within(new Fields(item, name + ".")));
    }
    return all;
  }

  public @Nullable List<String> maybeTexts(String field) {
    return one(field).texts();
  }

  public List<String> names() {
    List<String> names = new ArrayList<>();
    object.entries().forEach(entry -> names.add(entry.getKey()));
    return names;
  }

  /** Trimmed; empty counts as absent. */
  public @Nullable String maybeText(String field) {
    return maybeText(field, Field.LONGEST);
  }

  /** Trimmed; empty counts as absent; longer ones than so many characters are refused. */
  public @Nullable String maybeText(String field, int longest) {
    return one(field).text(longest);
  }

  public String text(String field) {
    return required(field, maybeText(field));
  }

  /** A text that has to fit as it is, blanks included. */
  String matching(String field, Pattern pattern, int longest, String words) {
    return required(field, one(field).matching(pattern, longest, words));
  }

  public boolean flag(String field, boolean otherwise) {
    return one(field).flag(otherwise);
  }

  public long whole(String field, long least, long most, long otherwise) {
    return one(field).whole(least, most, otherwise);
  }

  /** A number above zero. */
  public @Nullable BigDecimal maybePositive(String field) {
    return one(field).positive();
  }

  /** Dollars above zero, in whole cents. */
  public @Nullable BigDecimal maybeUsd(String field) {
    return one(field).usd();
  }

  public BigDecimal usd(String field) {
    return required(field, maybeUsd(field));
  }

  /** A date, or a time with its offset. */
  public @Nullable Instant maybeDate(String field) {
    return one(field).date();
  }

  private Field one(String field) {
    asked.add(field);
    JsonNode value = object.get(field);
    return new Field(name(field), value == null || value.isNull() ? null : value);
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refusal.field(name(field), "is required");
    }
    return value;
  }

  private Fields within(Fields part) {
    inner.add(part);
    return part;
  }
}
