package dev.tenure.cli.front;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls of the HTTP front, whose refusals are problems (RFC 9457). */
public final class FrontClient {
  private static final int PROXY_AUTHENTICATION = 407;

  private final JsonClient http;

  public FrontClient(FrontAddress address, ProxyVariables proxies) {
    this.http =
        new JsonClient(
            address.origin(),
            address.key(),
            proxies,
            "Start the stack with: tenure up, or name another front by TENURE_URL or --url");
  }

  public String origin() {
    return http.origin();
  }

  public Answer get(String path) {
    return send("GET", path, (byte[]) null, Map.of());
  }

  public Answer post(String path, byte[] body, Map<String, String> headers) {
    return send("POST", path, body, headers);
  }

  /** A document as it is sent. */
  public static byte[] bytes(JsonNode document) {
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Sends one request.
   *
   * @param body sent as it is: what is wrong with it the front says; {@code null} for none
   * @throws ProblemException when the front refused
   * @throws UnreachableException when it did not answer as the front does
   */
  public Answer send(
      String method, String path, byte @Nullable [] body, Map<String, String> headers) {
    var answer = granted(http.send(method, path, body, headers));
    if (answer.json().isMissingNode() && !answer.body().isEmpty()) {
      throw new UnreachableException(origin() + " is not Tenure's front: it answers no JSON");
    }
    return answer;
  }

  /**
   * Reads something that is no JSON, such as an export.
   *
   * @throws ProblemException when the front refused
   */
  public String text(String path) {
    return granted(http.send("GET", path, null, Map.of())).body();
  }

  private Answer granted(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw problem(answer.status(), answer.body());
    }
    return answer;
  }

  /**
   * Looks at something whatever the front says of it, as with its health.
   *
   * @throws UnreachableException when nobody answers at all
   */
  public Answer look(String path) {
    return http.send("GET", path, null, Map.of(), Duration.ofSeconds(10));
  }

  /**
   * Opens the stream of events.
   *
   * @param after the position last seen; empty for what happens from now on
   * @param within how long the front may take to begin it
   */
  HttpResponse<InputStream> open(String path, OptionalLong after, Duration within)
      throws IOException, InterruptedException {
    var headers = new TreeMap<String, String>();
    headers.put("Accept", "text/event-stream");
    after.ifPresent(position -> headers.put("Last-Event-ID", Long.toString(position)));
    return http.open(path, headers, within);
  }

  UnreachableException unreachable(IOException e) {
    return http.unreachable(e);
  }

  /** What a refusal means. */
  RuntimeException problem(int status, String body) {
    var json = JsonClient.parse(body);
    if (json.path("detail").isTextual()) {
      return new ProblemException(status, body, json);
    }
    return new UnreachableException(
        status == PROXY_AUTHENTICATION
            ? "The proxy before "
                + origin()
                + " wants a name and a password; write http://USER:PASSWORD@HOST:PORT"
            : origin() + " is not Tenure's front: it answers " + status);
  }
}
