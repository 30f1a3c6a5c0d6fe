package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.option.Dollars;
import dev.tenure.cli.option.MilestoneOption;
import dev.tenure.cli.option.RequestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The hire that is asked for: a file as the API takes it, or flags. */
final class HireRequest {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The hire as JSON, as POST /v1/hires takes it; - reads the standard input.")
  @Nullable String file;

  @Option(names = "--proposal", paramLabel = "ID", description = "The proposal to hire from.")
  @Nullable String proposal;

  @Option(
      names = "--milestone",
      paramLabel = "NAME=AMOUNT",
      description = "A milestone in USD; may be given several times, in order.",
      converter = MilestoneOption.Reader.class)
  List<MilestoneOption> milestones = List.of();

  @Option(
      names = "--cap",
      paramLabel = "AMOUNT",
      description = "The most it may cost, with fees, in USD.",
      converter = Dollars.Reader.class)
  @Nullable Dollars cap;

  @Option(names = "--account", description = "The marketplace account that hires.")
  @Nullable String account;

  @Option(names = "--ref", description = "Your own reference.")
  @Nullable String reference;

  @Option(names = "--label", paramLabel = "KEY=VALUE", description = "A label of your own.")
  Map<String, String> labels = Map.of();

  /** As the API takes it. What is wrong with it the front says. */
  byte[] body() {
    if (file != null) {
      if (anyFlag()) {
        throw Refused.usage("Give the hire as a file or as flags, not both");
      }
      if (file.startsWith("prp_") && Files.notExists(Path.of(file))) {
        throw Refused.usage(
            "The file %1$s does not exist. If it is a proposal: --proposal %1$s".formatted(file));
      }
      return RequestFile.read(file);
    }
    if (proposal == null || milestones.isEmpty()) {
      throw Refused.usage(
          "Give a FILE, or --proposal and at least one --milestone:\n"
              + "  tenure hire --proposal prp_1 --milestone \"Batch 1=450.00\" --cap 600");
    }
    return FrontClient.bytes(flags(proposal));
  }

  private boolean anyFlag() {
    return Stream.of(proposal, cap, account, reference).anyMatch(Objects::nonNull)
        || !milestones.isEmpty()
        || !labels.isEmpty();
  }

  private JsonNode flags(String from) {
    var order = JsonNodeFactory.instance.objectNode();
    order.put("proposalId", from);
    if (account != null) {
      order.put("account", account);
    }
    if (reference != null) {
      order.put("externalRef", reference);
    }
    if (!labels.isEmpty()) {
      labels.forEach(order.putObject("labels")::put);
    }
    var all = order.putArray("milestones");
    milestones.forEach(milestone -> all.add(milestone.json()));
    if (cap != null) {
      order.putObject("budget").set("cap", cap.json());
    }
    return order;
  }
}
