package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ConfirmationOptions;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Formats;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both decisions of an approval have in common: its terms are shown, and named with it. */
final class DecisionOptions extends FrontOptions {
  @Mixin ConfirmationOptions confirmation = new ConfirmationOptions();

  @Parameters(paramLabel = "APPROVAL", description = "The approval's id.")
  String approval = "";

  @Option(names = "--reason", description = "Kept with the decision.")
  @Nullable String reason;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeated with the same key, the decision is carried out once.")
  @Nullable String key;

  int send(String decision) {
    var path = "/v1/approvals/" + Query.encoded(approval);
    var shown = front().get(path).json();
    if (!Formats.there(shown.path("termsDigest"))) {
      throw Refused.usage(
          "This approval is decided on the marketplace: " + shown.path("url").asText());
    }
    if (!confirmation.isGiven(this, () -> terms(shown), "Really " + decision + " it?")) {
      say("Nothing was sent.");
      return ExitCode.FAILED;
    }
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("decision", decision)
            .put("termsDigest", shown.path("termsDigest").asText())
            .put("reason", reason);
    var answer = sendOnce(key, "POST", path + "/decision", FrontClient.bytes(body), Map.of());
    print(
        answer,
        screen ->
            screen.line(
                screen
                    .style()
                    .good("The approval is " + Formats.plain(answer.json().path("status")) + ".")));
    return ExitCode.DONE;
  }

  private List<String> terms(JsonNode approval) {
    var hire = front().get("/v1/hires/" + Query.encoded(approval.path("hireId").asText()));
    return new DecisionTerms(approval, hire.json()).lines();
  }
}
