package dev.tenure.api.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for JSON that means the same: names in order, numbers in one form, no blanks. It depends
 * on nothing but the JSON itself, so that a digest of it outlives every release of this front.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  public static String of(@Nullable JsonNode json) {
    var text = new StringBuilder();
    write(json, text);
    return text.toString();
  }

  private static void write(@Nullable JsonNode json, StringBuilder text) {
    if (json == null || json.isNull() || json.isMissingNode()) {
      text.append("null");
    } else if (json.isObject()) {
      Map<String, JsonNode> fields = new TreeMap<>();
      json.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      char before = '{';
      for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
        text.append(before).append(TextNode.valueOf(field.getKey())).append(':');
        write(field.getValue(), text);
        before = ',';
      }
      text.append(fields.isEmpty() ? "{}" : "}");
    } else if (json.isArray()) {
      char before = '[';
      for (JsonNode item : json) {
        text.append(before);
        write(item, text);
        before = ',';
      }
      text.append(json.isEmpty() ? "[]" : "]");
    } else {
      text.append(json.isNumber() ? number(json.decimalValue()) : json.toString());
    }
  }

  /** Never written out in full: an exponent may stand for more digits than there is memory. */
  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }
}
