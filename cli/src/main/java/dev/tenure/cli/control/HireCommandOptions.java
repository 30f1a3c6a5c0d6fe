package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.hire.HireOptions;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ConfirmationOptions;
import dev.tenure.cli.terminal.Screen;
import java.util.List;
import java.util.Map;
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
    var found = find().json();
    return sendTo(method, address(found) + path, body.apply(found), headers, done);
  }

  /**
   * Sends what cannot be taken back: a person is told of it, and asked before.
   *
   * @param consequences of the command for the hire as it was found; where there are none, nobody
   *     is asked
   */
  final int sendIf(
      ConfirmationOptions confirmation,
      Function<JsonNode, List<String>> consequences,
      String question,
      String path,
      byte @Nullable [] body,
      String done) {
    var found = find().json();
    var lines = consequences.apply(found);
    if (!lines.isEmpty() && !confirmation.isGiven(this, () -> lines, question)) {
      say("Nothing was sent.");
      return ExitCode.FAILED;
    }
    return sendTo("POST", address(found) + path, body, Map.of(), done);
  }

  private static String address(JsonNode hire) {
    return "/v1/hires/" + Query.encoded(hire.path("id").asText());
  }

  private int sendTo(
      String method,
      String address,
      byte @Nullable [] body,
      Map<String, String> headers,
      String done) {
    var answer = sendOnce(key, method, address, body, headers);
    print(answer, screen -> print(screen, answer.json(), done));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, JsonNode hire, String done) {
    screen.line(screen.style().good(done));
    new HirePrinter(screen).print(hire);
  }
}
