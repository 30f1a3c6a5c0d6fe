package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ConfirmationOptions;
import dev.tenure.cli.option.RequestBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands to a hire under way that need few words beside its name. */
public final class HireCommands {
  private HireCommands() {}

  @Command(
      name = "resolve",
      description = "Answers an incident; asks first where that gives the hire up.")
  static int resolve(
      @Mixin HireCommandOptions command,
      @Mixin ConfirmationOptions confirmation,
      @Parameters(index = "1", paramLabel = "INCIDENT", description = "The incident's id.")
          String incident,
      @Parameters(
              index = "2",
              paramLabel = "ANSWER",
              description =
                  "retry, adopt, skip or abort; the incident says which of them are open.")
          String answer,
      @Option(
              names = "--marketplace-id",
              paramLabel = "ID",
              description = "With adopt: what on the marketplace is ours.")
          @Nullable String marketplaceId) {
    var body = JsonNodeFactory.instance.objectNode().put("action", answer);
    RequestBody.put(body, "marketplaceId", marketplaceId);
    return command.sendIf(
        confirmation,
        hire -> answer.equals("abort") ? Consequences.of(hire) : List.of(),
        "Give this hire up?",
        "/incidents/" + Query.encoded(incident) + "/resolve",
        FrontClient.bytes(body),
        "The incident is answered.");
  }

  @Command(
      name = "release",
      description =
          "Asks for the release of a funded milestone; a person confirms it. Asks first where the"
              + " work is not delivered.")
  static int release(
      @Mixin MilestoneCommandOptions command, @Mixin ConfirmationOptions confirmation) {
    return command.release(confirmation, "The release is asked for; a person must confirm it.");
  }

  @Command(
      name = "fund",
      description = "Asks for the funding of a milestone; a person confirms it.")
  static int fund(@Mixin MilestoneCommandOptions command) {
    return command.sendAbout(
        "POST", "/fund", "The funding is asked for; a person must confirm it.");
  }

  @Command(
      name = "dispute",
      description =
          "Asks for the dispute of a delivery, on OpenContract; a person confirms it, since a bond"
              + " is at risk.")
  static int dispute(@Mixin MilestoneCommandOptions command) {
    return command.sendAbout(
        "POST", "/dispute", "The dispute is asked for; a person must confirm it.");
  }

  @Command(name = "drop", description = "Drops a milestone whose funding was not asked for yet.")
  static int drop(@Mixin MilestoneCommandOptions command) {
    return command.sendAbout("DELETE", "", "The milestone is dropped.");
  }

  @Command(name = "pause", description = "Asks nothing new of people until the hire is resumed.")
  static int pause(@Mixin HireCommandOptions command) {
    return command.send("POST", "/pause", "The hire is paused.");
  }

  @Command(name = "resume", description = "Goes on with a paused hire.")
  static int resume(@Mixin HireCommandOptions command) {
    return command.send("POST", "/resume", "The hire goes on.");
  }

  @Command(name = "cancel", description = "Cancels a hire before there is a contract; asks first.")
  static int cancel(@Mixin HireCommandOptions command, @Mixin ConfirmationOptions confirmation) {
    return command.sendIf(
        confirmation,
        Consequences::of,
        "Cancel this hire?",
        "/cancel",
        null,
        "The hire is being cancelled.");
  }

  @Command(name = "end", description = "Ends the contract; asks first.")
  static int end(@Mixin HireCommandOptions command, @Mixin ConfirmationOptions confirmation) {
    return command.sendIf(
        confirmation,
        Consequences::of,
        "End this contract?",
        "/end",
        null,
        "The end of the contract is under way.");
  }
}
