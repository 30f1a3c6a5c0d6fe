package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.option.Dollars;
import dev.tenure.cli.option.FirstMilestoneOptions;
import dev.tenure.cli.option.RequestFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to change: a file as the API takes it (a JSON merge patch), or flags. */
final class ChangeRequest {
  @Option(
      names = "--cap",
      paramLabel = "AMOUNT",
      description = "The most it may cost, with fees, in USD.",
      converter = Dollars.Reader.class)
  @Nullable Dollars cap;

  @Option(names = "--no-cap", description = "Take the cap away.")
  boolean noCap;

  @Option(names = "--ref", paramLabel = "TEXT", description = "Your own reference.")
  @Nullable String reference;

  @Option(names = "--no-ref", description = "Take the reference away.")
  boolean noReference;

  @Option(names = "--label", paramLabel = "KEY=VALUE", description = "Set a label of your own.")
  Map<String, String> labels = Map.of();

  @Option(names = "--no-label", paramLabel = "KEY", description = "Take a label away.")
  List<String> noLabels = List.of();

  @Option(
      names = "--policy",
      paramLabel = "NAME=VALUE",
      description =
          "For example release=on_request, end=on_request or onDeclined.then=close; without a"
              + " value it goes back to its default.")
  Map<String, String> policies = Map.of();

  @Mixin FirstMilestoneOptions first = new FirstMilestoneOptions();

  /**
   * As the API takes it. What is wrong with it the front says.
   *
   * @param file instead of flags
   */
  byte[] body(@Nullable String file) {
    if ((cap != null && noCap) || (reference != null && noReference)) {
      throw Refused.usage("Set a thing or take it away, not both");
    }
    var flags = flags();
    if (file != null) {
      if (!flags.isEmpty()) {
        throw Refused.usage("Give the change as a file or as flags, not both");
      }
      return RequestFile.read(file);
    }
    if (flags.isEmpty()) {
      throw Refused.usage("Say what to change, for example: tenure change hir_1 --cap 1200");
    }
    return FrontClient.bytes(flags);
  }

  private ObjectNode flags() {
    var change = JsonNodeFactory.instance.objectNode();
    if (cap != null) {
      change.putObject("budget").set("cap", cap.json());
    } else if (noCap) {
      change.putObject("budget").putNull("cap");
    }
    if (reference != null) {
      change.put("externalRef", reference);
    } else if (noReference) {
      change.putNull("externalRef");
    }
    labels.forEach(change.withObjectProperty("labels")::put);
    noLabels.forEach(change.withObjectProperty("labels")::putNull);
    policies.forEach((name, value) -> policy(change.withObjectProperty("policies"), name, value));
    first.into(change.withObjectProperty("firstMilestone"));
    for (var part : List.of("labels", "policies", "firstMilestone")) {
      if (change.path(part).isEmpty()) {
        change.remove(part);
      }
    }
    return change;
  }

  /** A name with a point leads into the policy, as {@code onDeclined.reRequest} does. */
  private static void policy(ObjectNode policies, String name, String value) {
    var parts = name.split("\\.", 2);
    if (parts.length == 2) {
      policy(policies.withObjectProperty(parts[0]), parts[1], value);
    } else if (value.isEmpty()) {
      policies.putNull(name);
    } else if (value.matches("\\d{1,9}")) {
      policies.put(name, Integer.parseInt(value));
    } else {
      policies.put(name, value);
    }
  }
}
