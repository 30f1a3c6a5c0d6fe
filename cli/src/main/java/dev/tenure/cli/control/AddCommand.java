package dev.tenure.cli.control;

import dev.tenure.cli.option.MilestoneOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Adds a milestone to a hire under way; it is funded after the last one is paid.",
    mixinStandardHelpOptions = true)
public final class AddCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(
      index = "1",
      paramLabel = "NAME=AMOUNT",
      description = "For example \"Batch 4=300.00\", in USD.",
      converter = MilestoneOption.Reader.class)
  @SuppressWarnings("NullAway.Init")
  MilestoneOption milestone;

  @Option(names = "--key", description = "Its key; else the next m1, m2, ...")
  @Nullable String key;

  @Option(names = "--description", description = "What is to be done; else the name.")
  @Nullable String description;

  @Option(names = "--due", paramLabel = "YYYY-MM-DD", description = "When it is due.")
  @Nullable String due;

  @Option(names = "--after", paramLabel = "KEY", description = "Fund it once this one is paid.")
  @Nullable String after;

  @Option(names = "--fund", paramLabel = "WHEN", description = "at_start or on_request.")
  @Nullable String when;

  @Override
  public Integer call() {
    var body = milestone.json();
    if (key != null) {
      body.put("key", key);
    }
    if (description != null) {
      body.put("description", description);
    }
    if (due != null) {
      body.put("dueDate", due);
    }
    if (after != null) {
      body.putObject("fund").put("when", "after_paid").put("after", after);
    } else if (when != null) {
      body.putObject("fund").put("when", when);
    }
    return command.send("POST", "/milestones", body, "The milestone is added.");
  }
}
