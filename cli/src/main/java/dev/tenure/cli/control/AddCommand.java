package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.option.HiringMarketplace;
import dev.tenure.cli.option.MilestoneOption;
import dev.tenure.cli.option.OpenContractMilestoneOptions;
import dev.tenure.cli.option.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Adds a milestone to a hire under way; it is funded after the last one is paid.")
public final class AddCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(
      index = "1",
      paramLabel = "NAME=AMOUNT",
      description = "For example \"Batch 4=300.00\", in USD, or in USDC on OpenContract.")
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

  @Mixin OpenContractMilestoneOptions work = new OpenContractMilestoneOptions();

  @Override
  public Integer call() {
    if (after != null && when != null) {
      throw Refused.usage("Give one of --after and --fund");
    }
    return command.send(
        "POST",
        "/milestones",
        hire -> FrontClient.bytes(body(HiringMarketplace.ofHire(hire))),
        Map.of(),
        "The milestone is added.");
  }

  private ObjectNode body(HiringMarketplace marketplace) {
    var body = milestone.json(marketplace);
    if (marketplace == HiringMarketplace.OPENCONTRACT) {
      var own = key == null ? "" : key;
      work.into(body.withObjectProperty("openContract"), own, List.of(own));
    } else {
      marketplace.refuse(command.given(OpenContractMilestoneOptions.class), "this hire", "");
    }
    RequestBody.put(body, "key", key);
    RequestBody.put(body, "description", description);
    RequestBody.put(body, "dueDate", due);
    if (after != null) {
      body.putObject("fund").put("when", "after_paid").put("after", after);
    } else if (when != null) {
      body.putObject("fund").put("when", when);
    }
    return body;
  }
}
