package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.Amount;
import dev.tenure.cli.option.HiringMarketplace;
import dev.tenure.cli.option.OpenContractMilestoneOptions;
import dev.tenure.cli.option.OpenContractOptions;
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
    name = "change",
    description =
        "Changes the budget, policies, labels or reference of a hire; before there is a contract the"
            + " first milestone, and on OpenContract, before its contract is created, any milestone and"
            + " whom it is awarded to. What is not named stays.")
public final class ChangeCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The change as JSON, as PATCH /v1/hires/{id} takes it, or with --milestone PATCH"
              + " /v1/hires/{id}/milestones/{key}; - reads standard input.")
  @Nullable String file;

  @Option(
      names = "--cap",
      paramLabel = "AMOUNT",
      description = "The most it may cost, with fees, in the hire's currency.")
  @Nullable Amount cap;

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

  @Option(names = "--first-name", paramLabel = "TEXT", description = "The first milestone's name.")
  @Nullable String firstName;

  @Option(
      names = "--first-description",
      paramLabel = "TEXT",
      description = "What is to be done for the first milestone.")
  @Nullable String firstDescription;

  @Option(
      names = "--first-amount",
      paramLabel = "AMOUNT",
      description = "The first milestone's amount, in USD, or in USDC on OpenContract.")
  @Nullable Amount firstAmount;

  @Option(
      names = "--first-due",
      paramLabel = "YYYY-MM-DD",
      description = "When the first milestone is due.")
  @Nullable String firstDue;

  @Option(
      names = "--milestone",
      paramLabel = "KEY",
      description = "Change this milestone, and nothing else; without it the first one.")
  @Nullable String milestone;

  @Mixin OpenContractOptions award = new OpenContractOptions();

  @Mixin OpenContractMilestoneOptions work = new OpenContractMilestoneOptions();

  @Option(
      names = "--if-match",
      paramLabel = "TAG",
      description = "Change it only if it still is as this tag says; tenure show names the tag.")
  @Nullable String tag;

  @Override
  public Integer call() {
    check();
    var headers = tag == null ? Map.<String, String>of() : Map.of("If-Match", quoted(tag));
    var path = milestone == null ? "" : "/milestones/" + Query.encoded(milestone);
    return command.send("PATCH", path, this::body, headers, "The hire is changed.");
  }

  /** Refuses what says nothing, or two things at once. */
  private void check() {
    if ((cap != null && noCap)
        || (reference != null && noReference)
        || noLabels.stream().anyMatch(labels::containsKey)) {
      throw Refused.usage("Set a thing or take it away, not both");
    }
    var ofHire =
        !ofHire(HiringMarketplace.OPENTRAIN).isEmpty()
            || !command.given(OpenContractOptions.class).isEmpty();
    var any = ofHire || !command.given(OpenContractMilestoneOptions.class).isEmpty();
    if (file != null && any) {
      throw Refused.usage("Give the change as a file or as flags, not both");
    }
    if (file == null && !any) {
      throw Refused.usage("Say what to change, for example: tenure change hir_1 --cap 1200");
    }
    if (milestone != null && ofHire) {
      throw Refused.usage(
          "--milestone changes that milestone alone; leave out what is about the hire or its first"
              + " milestone");
    }
  }

  /** A JSON merge patch, as the API takes it. What is wrong with it the front says. */
  private byte[] body(JsonNode hire) {
    if (file != null) {
      return RequestBody.read(file);
    }
    var marketplace = HiringMarketplace.ofHire(hire);
    if (marketplace == HiringMarketplace.OPENTRAIN) {
      marketplace.refuse(
          command.given(OpenContractOptions.class, OpenContractMilestoneOptions.class),
          "this hire",
          "");
    }
    var change = ofHire(marketplace);
    if (!command.given(OpenContractOptions.class).isEmpty()) {
      award.into(change.withObjectProperty("openContract"), true);
    }
    if (!command.given(OpenContractMilestoneOptions.class).isEmpty()) {
      var of = milestone == null ? change.withObjectProperty("firstMilestone") : change;
      var first = hire.path("milestones").path(0).path("key").asText();
      var own = milestone == null ? first : milestone;
      work.into(of.withObjectProperty("openContract"), own, List.of(own));
    }
    return FrontClient.bytes(change);
  }

  private ObjectNode ofHire(HiringMarketplace marketplace) {
    var change = JsonNodeFactory.instance.objectNode();
    if (cap != null) {
      change.putObject("budget").set("cap", cap.json(marketplace));
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
    var first = change.withObjectProperty("firstMilestone");
    RequestBody.put(first, "name", firstName);
    RequestBody.put(first, "description", firstDescription);
    if (firstAmount != null) {
      first.set("amount", firstAmount.json(marketplace));
    }
    RequestBody.put(first, "dueDate", firstDue);
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

  /** The quotes are a part of the tag, and shells take them away. */
  private static String quoted(String tag) {
    return tag.equals("*") || tag.startsWith("\"") ? tag : "\"" + tag + "\"";
  }
}
