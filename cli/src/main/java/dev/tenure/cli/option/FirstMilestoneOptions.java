package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Other terms for the first milestone; the pending approval of the hire is superseded by them. */
public final class FirstMilestoneOptions {
  @Option(names = "--first-name", paramLabel = "TEXT", description = "The first milestone's name.")
  @Nullable String name;

  @Option(
      names = "--first-description",
      paramLabel = "TEXT",
      description = "What is to be done for it.")
  @Nullable String description;

  @Option(
      names = "--first-amount",
      paramLabel = "AMOUNT",
      description = "Its amount, in USD, or in USDC on OpenContract.",
      converter = Amount.Reader.class)
  @Nullable Amount amount;

  @Option(names = "--first-due", paramLabel = "YYYY-MM-DD", description = "When it is due.")
  @Nullable String due;

  public void into(ObjectNode milestone, HiringMarketplace marketplace) {
    if (name != null) {
      milestone.put("name", name);
    }
    if (description != null) {
      milestone.put("description", description);
    }
    if (amount != null) {
      milestone.set("amount", amount.json(marketplace));
    }
    if (due != null) {
      milestone.put("dueDate", due);
    }
  }
}
