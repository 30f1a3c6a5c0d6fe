package dev.tenure.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.option.ListOptions;
import dev.tenure.cli.option.RequestBody;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The API keys of the front. */
@Command(
    name = "keys",
    description = "Makes, lists and revokes API keys. Needs a key with the scope admin.")
public final class KeysCommand {

  @Command(name = "create", description = "Makes an API key and prints its secret, this once.")
  int create(
      @Mixin FrontOptions front,
      @Parameters(paramLabel = "NAME", description = "Who it is for; the audit list names it so.")
          String name,
      @Option(
              names = "--scope",
              required = true,
              split = ",",
              paramLabel = "SCOPE",
              description =
                  "What it may do: hires:read, hires:write, approvals:decide, accounts:read, admin;"
                      + " may be given several times.")
          List<String> scopes,
      @Option(
              names = "--account",
              split = ",",
              paramLabel = "ACCOUNT",
              description = "Only hires of this account; may be given several times. Default: all.")
          @Nullable List<String> accounts,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "Until when it is taken, e.g. 2027-12-31T00:00:00Z. Default: for ever.")
          @Nullable String expires,
      @Option(
              names = "--idempotency-key",
              paramLabel = "KEY",
              description = "Repeated with the same key, no second API key is made.")
          @Nullable String once) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", name);
    scopes.forEach(body.putArray("scopes")::add);
    if (accounts != null) {
      accounts.forEach(body.putArray("accounts")::add);
    }
    RequestBody.put(body, "expiresAt", expires);
    var made = front.sendOnce(once, "POST", "/v1/api-keys", FrontClient.bytes(body), Map.of());
    front.print(made, screen -> print(screen, front, made.json()));
    return Formats.there(made.json().path("secret")) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(Screen screen, FrontOptions front, JsonNode made) {
    var key = named(made.path("key"));
    if (Formats.there(made.path("secret"))) {
      screen.line(made.path("secret").asText());
      front.say("This is the secret of %s. Keep it now: it is not shown again.".formatted(key));
    } else {
      front.say(
          "%s was made before, and its secret was told then. Where that was lost: tenure keys revoke %s, and make another one."
              .formatted(key, Formats.text(made.path("key").path("id"))));
    }
  }

  @Command(name = "list", description = "Lists API keys, the newest first; never their secrets.")
  int list(@Mixin ListOptions front) {
    return front.show(
        "/v1/api-keys",
        new Query(),
        "There are no API keys but those of the environment.",
        KeysCommand::print);
  }

  @Command(name = "revoke", description = "Revokes an API key for good, with its sessions.")
  int revoke(
      @Mixin FrontOptions front,
      @Parameters(paramLabel = "KEY", description = "Its id, or the name of a key that is active.")
          String key) {
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
                "%s is revoked. Other fronts may take it for 5 seconds more."
                    .formatted(named(revoked.json()))));
    return ExitCode.DONE;
  }

  private static String named(JsonNode key) {
    return "%s (%s)".formatted(Formats.text(key.path("name")), Formats.text(key.path("id")));
  }

  private static void print(Screen screen, List<JsonNode> keys) {
    screen.table(
        new Table<JsonNode>()
            .left("KEY", key -> Formats.text(key.path("id")))
            .left("NAME", key -> Formats.text(key.path("name")))
            .left("STATE", KeysCommand::state)
            .words("SCOPES", key -> Formats.list(key.path("scopes"), ", "))
            .left("ACCOUNTS", KeysCommand::accounts)
            .leftIfRoom("LAST USED", key -> lastUsed(key.path("lastUsedAt"))),
        keys);
  }

  private static String accounts(JsonNode key) {
    var accounts = key.path("accounts");
    return accounts.isArray() ? Formats.list(accounts, ", ") : "all";
  }

  private static String lastUsed(JsonNode moment) {
    return Formats.there(moment) ? Formats.distance(moment) : "never";
  }

  private static String state(JsonNode key) {
    if (Formats.there(key.path("revokedAt"))) {
      return "revoked";
    }
    return key.path("active").asBoolean() ? "active" : "expired";
  }
}
