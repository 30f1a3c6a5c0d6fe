package dev.tenure.cli.everyday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The hire that is asked for: a file as the API takes it, or flags. */
final class HireOrder {
  private static final JsonMapper JSON = new JsonMapper();

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
      converter = MilestoneFlag.Reader.class)
  List<MilestoneFlag> milestones = List.of();

  @Option(names = "--cap", paramLabel = "AMOUNT", description = "The most it may cost, with fees.")
  @Nullable String cap;

  @Option(names = "--account", description = "The marketplace account that hires.")
  @Nullable String account;

  @Option(names = "--ref", description = "Your own reference.")
  @Nullable String reference;

  @Option(names = "--label", paramLabel = "KEY=VALUE", description = "A label of your own.")
  Map<String, String> labels = Map.of();

  /** As the API takes it. What is wrong with it the front says. */
  JsonNode json() {
    if (file != null) {
      if (proposal != null || !milestones.isEmpty() || cap != null) {
        throw new Refused("Give the hire as a file or as flags, not both");
      }
      return read(file);
    }
    if (proposal == null || milestones.isEmpty()) {
      throw new Refused(
          "Give a FILE, or --proposal and at least one --milestone:\n"
              + "  tenure hire --proposal prp_1 --milestone \"Batch 1=450.00\" --cap 600");
    }
    return flags(proposal);
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
      order.putObject("budget").set("cap", MilestoneFlag.usd(cap));
    }
    return order;
  }

  private static JsonNode read(String file) {
    try {
      return JSON.readTree(
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file)));
    } catch (JsonProcessingException e) {
      throw new Refused(file + " is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new Refused(file + " cannot be read", e);
    }
  }
}
