package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.hire.HireLookup;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.option.ConfirmationOptions;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Screen;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands to a hire have in common. */
final class HireCommandOptions {
  @Mixin FrontOptions front = new FrontOptions();

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeated with the same key, the command is carried out once.")
  @Nullable String key;

  @Parameters(index = "0", paramLabel = "HIRE", description = HireLookup.WORDS)
  @SuppressWarnings("NullAway.Init")
  String hire;

  int send(String method, String path, @Nullable JsonNode body, String done) {
    return send(
        method, path, found -> body == null ? null : FrontClient.bytes(body), Map.of(), done);
  }

  /**
   * Sends a command.
   *
   * @param body is made for the hire as it was found
   */
  int send(
      String method,
      String path,
      Function<JsonNode, byte @Nullable []> body,
      Map<String, String> headers,
      String done) {
    var client = front.front();
    var found = new HireLookup(client).find(hire).json();
    var address = "/v1/hires/" + Query.encoded(found.path("id").asText()) + path;
    return send(client, method, address, body.apply(found), headers, done);
  }

  /** Sends what cannot be taken back: a person is told what stands on it, and asked before. */
  int sendIf(ConfirmationOptions confirmation, String question, String path, String done) {
    var client = front.front();
    var found = new HireLookup(client).find(hire).json();
    if (!confirmation.isGiven(front, Consequences.of(found), question)) {
      front.say("Nothing was sent.");
      return ExitCode.FAILED;
    }
    var id = Query.encoded(found.path("id").asText());
    return send(client, "POST", "/v1/hires/" + id + path, null, Map.of(), done);
  }

  private int send(
      FrontClient client,
      String method,
      String path,
      byte @Nullable [] body,
      Map<String, String> headers,
      String done) {
    var once = key == null ? "cli-" + UUID.randomUUID() : key;
    var all = new TreeMap<>(headers);
    all.put("Idempotency-Key", once);
    try {
      var answer = client.send(method, path, body, all);
      front.print(answer, screen -> print(screen, answer.json(), done));
      return ExitCode.DONE;
    } catch (ProblemException e) {
      if (e.exitCode() == ExitCode.UNAVAILABLE) {
        hint(once);
      }
      throw e;
    } catch (UnreachableException e) {
      if (e.mayHaveArrived()) {
        hint(once);
      }
      throw e;
    }
  }

  private static void print(Screen screen, JsonNode hire, String done) {
    screen.line(screen.style().good(done));
    new HirePrinter(screen, Instant.now()).print(hire);
  }

  private void hint(String once) {
    front.say("To repeat it safely, add: --idempotency-key " + once);
  }
}
