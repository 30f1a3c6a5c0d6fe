package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of money as people type it: {@code 450}, {@code 450.00}, {@code $1,300.50}. A comma
 * stands between thousands and nowhere else: {@code 450,00} is refused, since it would hire for a
 * hundred times the sum.
 *
 * @param amount digits with at most one point; how many decimals there may be the front says
 */
public record Amount(String amount) {
  private static final Pattern TYPED =
      Pattern.compile("\\$?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");

  /** Reads one. */
  public static Amount of(String text) {
    var typed = text.strip();
    if (!TYPED.matcher(typed).matches()) {
      throw new TypeConversionException(
          "\"" + typed + "\" is no amount of money; write 450.00 or 1,300.00");
    }
    return new Amount(typed.replace("$", "").replace(",", ""));
  }

  /** As the API takes it. */
  public ObjectNode json(HiringMarketplace marketplace) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("amount", amount)
        .put("currency", marketplace.currency());
  }
}
