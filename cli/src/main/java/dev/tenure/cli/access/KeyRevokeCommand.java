package dev.tenure.cli.access;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Formats;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "revoke",
    description = "Revokes an API key for good, with its sessions.",
    mixinStandardHelpOptions = true)
final class KeyRevokeCommand implements Callable<Integer> {

  @Mixin FrontOptions front = new FrontOptions();

  @Parameters(paramLabel = "KEY", description = "Its id, or the name of a key that is active.")
  @SuppressWarnings("NullAway.Init")
  String key;

  @Override
  public Integer call() {
    var client = front.front();
    var id =
        PagedList.of(client, "/v1/api-keys", new Query())
            .matching(
                one -> one.path("name").asText().equals(key) && one.path("revokedAt").isNull())
            .stream()
            .findFirst()
            .map(one -> one.path("id").asText())
            .orElse(key);
    var revoked = client.send("DELETE", "/v1/api-keys/" + Query.encoded(id), null, Map.of());
    front.print(
        revoked,
        screen ->
            screen.line(
                "%s (%s) is revoked. Other fronts may take it for 5 seconds more."
                    .formatted(
                        Formats.text(revoked.json().path("name")),
                        Formats.text(revoked.json().path("id")))));
    return ExitCode.DONE;
  }
}
