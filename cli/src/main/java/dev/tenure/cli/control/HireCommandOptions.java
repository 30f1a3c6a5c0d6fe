package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.hire.HireOptions;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.option.ConfirmationOptions;
import dev.tenure.cli.terminal.Screen;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands to a hire have in common. */
class HireCommandOptions extends HireOptions {
  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeated with the same key, the command is carried out once.")
  @Nullable String key;

  /** Sends a command without a body. */
  final int send(String method, String path, String done) {
    return send(method, path, found -> null, Map.of(), done);
  }

  /**
   * Sends a command.
   *
   * @param path below the hire's address
   * @param body is made for the hire as it was found
   * @param done what to say once it is carried out
   */
  final int send(
      String method,
      String path,
      Function<JsonNode, byte @Nullable []> body,
      Map<String, String> headers,
      String done) {
    var client = front();
    var found = find(client).json();
    return send(client, method, address(found) + path, body.apply(found), headers, done);
  }

  /** Sends what cannot be taken back: a person is told what stands on it, and asked before. */
  final int sendIf(ConfirmationOptions confirmation, String question, String path, String done) {
    var client = front();
    var found = find(client).json();
    if (!confirmation.isGiven(this, Consequences.of(found), question)) {
      say("Nothing was sent.");
      return ExitCode.FAILED;
    }
    return send(client, "POST", address(found) + path, null, Map.of(), done);
  }

  private static String address(JsonNode hire) {
    return "/v1/hires/" + Query.encoded(hire.path("id").asText());
  }

  private int send(
      FrontClient client,
      String method,
      String address,
      byte @Nullable [] body,
      Map<String, String> headers,
      String done) {
    var once = key == null ? "cli-" + UUID.randomUUID() : key;
    var all = new TreeMap<>(headers);
    all.put("Idempotency-Key", once);
    try {
      var answer = client.send(method, address, body, all);
      print(answer, screen -> print(screen, answer.json(), done));
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
    new HirePrinter(screen).print(hire);
  }

  private void hint(String once) {
    say("To repeat it safely, add: --idempotency-key " + once);
  }
}
