package dev.tenure.api.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request that a form stands for, as a program would send it; it is checked like any other.
 * What was not changed is left out, so that nobody else's change is undone; what was emptied, and
 * what is missing, is null; missing lines are none.
 */
public final class FormBody {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Pattern DOLLARS =
      Pattern.compile("\\$?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  /**
   * Stands for what is no number: refused everywhere, but only after the rest was looked at, so
   * that a person is told everything at once.
   */
  private static final JsonNode NO_NUMBER = JSON.numberNode(-1);

  private final ObjectNode body = JSON.objectNode();

  private FormBody() {}

  public static byte[] of(Form form) {
    var made = new FormBody();
    form.fields().stream().filter(field -> field.changed() || field.required()).forEach(made::put);
    return made.body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void put(FormField field) {
    String[] path = field.pointer().substring(1).split("/", -1);
    ObjectNode at = body;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.withObjectProperty(path[i]);
    }
    at.set(path[path.length - 1], value(field));
  }

  private static JsonNode value(FormField field) {
    String text = field.value().strip();
    if (field.type() == FormFieldType.LABELS) {
      return labels(text, field.was());
    }
    if (text.isEmpty()) {
      return field.required() && field.type() == FormFieldType.LINES
          ? JSON.arrayNode()
          : JSON.nullNode();
    }
    return switch (field.type()) {
      case TEXT, AREA, DAY, CHOICE, LABELS -> JSON.textNode(text);
      case MONEY -> JSON.objectNode().put("amount", amount(text)).put("currency", Money.USD);
      case USDC -> JSON.objectNode().put("amount", amount(text)).put("currency", Money.USDC);
      case LINES -> lines(text);
      case NUMBER, COUNT -> isNumber(field) ? JSON.numberNode(new BigDecimal(text)) : NO_NUMBER;
      case FUND -> fund(text);
    };
  }

  /** As the API takes it; what is no amount is sent as it is, to be refused in words. */
  private static String amount(String text) {
    return DOLLARS.matcher(text).matches() ? text.replace("$", "").replace(",", "") : text;
  }

  /** Whether a field for a number holds one. */
  public static boolean isNumber(FormField field) {
    return (field.type() == FormFieldType.COUNT ? WHOLE : DECIMAL)
        .matcher(field.value().strip())
        .matches();
  }

  private static JsonNode lines(String text) {
    ArrayNode all = JSON.arrayNode();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(all::add);
    return all;
  }

  private static JsonNode fund(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? JSON.objectNode().put("when", text)
        : JSON.objectNode()
            .put("when", text.substring(0, space))
            .put("after", text.substring(space + 1));
  }

  private static JsonNode labels(String text, @Nullable String was) {
    Map<String, JsonNode> now = read(text);
    Map<String, JsonNode> before = read(was == null ? "" : was);
    ObjectNode patch = JSON.objectNode();
    before.keySet().stream().filter(key -> !now.containsKey(key)).forEach(patch::putNull);
    now.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            patch.set(key, value);
          }
        });
    return patch;
  }

  /** A label that stands twice has both values, so that it is refused with the rest. */
  private static Map<String, JsonNode> read(String text) {
    Map<String, JsonNode> labels = new TreeMap<>();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              String key = colon < 0 ? line : line.substring(0, colon);
              labels.merge(
                  key.strip(),
                  JSON.textNode(colon < 0 ? "" : line.substring(colon + 1).strip()),
                  (one, other) -> JSON.arrayNode().add(one).add(other));
            });
    return labels;
  }
}
