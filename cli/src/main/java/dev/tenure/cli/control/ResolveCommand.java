package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.http.Query;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "resolve", description = "Answers an incident.", mixinStandardHelpOptions = true)
public final class ResolveCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(index = "1", paramLabel = "INCIDENT", description = "The incident's id.")
  @SuppressWarnings("NullAway.Init")
  String incident;

  @Parameters(
      index = "2",
      paramLabel = "ANSWER",
      description = "retry, adopt, skip or abort; the incident says which of them are open.")
  @SuppressWarnings("NullAway.Init")
  String answer;

  @Option(
      names = "--marketplace-id",
      paramLabel = "ID",
      description = "With adopt: what on the marketplace is ours.")
  @Nullable String marketplaceId;

  @Override
  public Integer call() {
    var body = JsonNodeFactory.instance.objectNode().put("action", answer);
    if (marketplaceId != null) {
      body.put("marketplaceId", marketplaceId);
    }
    return command.send(
        "POST",
        "/incidents/" + Query.encoded(incident) + "/resolve",
        body,
        "The incident is answered.");
  }
}
