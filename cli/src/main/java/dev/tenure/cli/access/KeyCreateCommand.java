package dev.tenure.cli.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Formats;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    description = "Makes an API key and prints its secret, this once.",
    mixinStandardHelpOptions = true)
final class KeyCreateCommand implements Callable<Integer> {

  @Mixin FrontOptions front = new FrontOptions();

  @Parameters(paramLabel = "NAME", description = "Who it is for; the audit list names it so.")
  @SuppressWarnings("NullAway.Init")
  String name;

  @Option(
      names = "--scope",
      required = true,
      split = ",",
      paramLabel = "SCOPE",
      description =
          "What it may do: hires:read, hires:write, approvals:decide, accounts:read, admin; may be"
              + " given several times.")
  @SuppressWarnings("NullAway.Init")
  List<String> scopes;

  @Option(
      names = "--account",
      split = ",",
      paramLabel = "ACCOUNT",
      description = "Only hires of this account; may be given several times. Default: all.")
  @Nullable List<String> accounts;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description = "Until when it is taken, e.g. 2027-12-31T00:00:00Z. Default: for ever.")
  @Nullable String expires;

  @Override
  public Integer call() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", name);
    scopes.forEach(body.putArray("scopes")::add);
    if (accounts != null) {
      accounts.forEach(body.putArray("accounts")::add);
    }
    if (expires != null) {
      body.put("expiresAt", expires);
    }
    var made = front.front().post("/v1/api-keys", FrontClient.bytes(body), Map.of());
    front.print(
        made,
        screen -> {
          screen.line(made.json().path("secret").asText());
          front.say(
              "This is the secret of %s (%s). Keep it now: it is not shown again."
                  .formatted(
                      Formats.text(made.json().path("key").path("name")),
                      Formats.text(made.json().path("key").path("id"))));
        });
    return ExitCode.DONE;
  }
}
