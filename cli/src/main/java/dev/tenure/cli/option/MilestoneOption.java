package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.TypeConversionException;

/**
 * A milestone in one word of the command line: {@code "Batch 1=450.00"}.
 *
 * @param amount how many decimals there may be the front says
 */
public record MilestoneOption(String name, Amount amount) {

  /** Reads one. */
  public static MilestoneOption of(String text) {
    int equals = text.lastIndexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new TypeConversionException(
          "give a milestone as \"NAME=AMOUNT\", for example \"Batch 1=450.00\"");
    }
    return new MilestoneOption(
        text.substring(0, equals).strip(), Amount.of(text.substring(equals + 1)));
  }

  /** As the API takes it; the name is the description where none is given. */
  public ObjectNode json(HiringMarketplace marketplace) {
    var milestone = JsonNodeFactory.instance.objectNode();
    milestone.put("name", name).put("description", name);
    milestone.set("amount", amount.json(marketplace));
    return milestone;
  }
}
