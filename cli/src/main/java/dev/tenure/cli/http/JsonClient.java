package dev.tenure.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * JSON over HTTP with one server. Whatever status the server answers with is an answer; what it
 * means is the caller's business.
 */
public final class JsonClient {
  /** Amounts keep every digit. */
  public static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Longer than the front itself ever holds an answer. */
  private static final Duration WITHIN = Duration.ofSeconds(60);

  /**
   * What a server answered.
   *
   * @param body as it came
   * @param tag names the state that was answered, without its quotes
   * @param date the server's own clock, from the header
   */
  public record Answer(
      int status, String body, JsonNode json, Optional<String> tag, Optional<String> date) {}

  private final String origin;
  private final Optional<String> bearer;
  private final String remedy;
  private final ProxyVariables proxies;
  private final HttpClient http;

  /**
   * A client of one server.
   *
   * @param origin scheme, host and port, perhaps with a path
   * @param bearer the token or key to show, if the server wants one
   * @param remedy what the user can do when nobody answers there, as a sentence without its point
   */
  public JsonClient(String origin, Optional<String> bearer, ProxyVariables proxies, String remedy) {
    this.origin = origin;
    this.bearer = bearer;
    this.remedy = remedy;
    this.proxies = proxies;
    this.http =
        proxies
            .client()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  public String origin() {
    return origin;
  }

  /**
   * Sends one request, and gives its answer at most 60 seconds, body included.
   *
   * @param body sent as it is; {@code null} for none
   * @throws UnreachableException when nobody answered
   */
  public Answer send(
      String method, String path, byte @Nullable [] body, Map<String, String> headers) {
    return send(method, path, body, headers, WITHIN);
  }

  /**
   * The same with a time of one's own for the whole exchange.
   *
   * @throws UnreachableException when nobody answered within it
   */
  public Answer send(
      String method,
      String path,
      byte @Nullable [] body,
      Map<String, String> headers,
      Duration within) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach((name, value) -> header(request, name, value));
    try {
      var sent = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
      return answer(await(sent, within));
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("Interrupted while waiting for " + origin, e, true);
    }
  }

  /**
   * Opens an answer that has no end.
   *
   * @param within how long the server may take to begin it
   */
  public HttpResponse<InputStream> open(String path, Map<String, String> headers, Duration within)
      throws IOException, InterruptedException {
    var request = request(path);
    headers.forEach((name, value) -> header(request, name, value));
    return await(http.sendAsync(request.build(), BodyHandlers.ofInputStream()), within);
  }

  /** Why nobody answered, and what the user can do. */
  public UnreachableException unreachable(IOException e) {
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return new UnreachableException(
          proxies
              .proxyOf(URI.create(origin))
              .map(
                  named ->
                      "The proxy named by %s does not answer; correct it, or list %s in NO_PROXY"
                          .formatted(named.variable(), URI.create(origin).getHost()))
              .orElseGet(() -> "Cannot reach " + origin + ". " + remedy),
          e,
          false);
    }
    return new UnreachableException(origin + " did not answer: " + words(e), e, true);
  }

  /** The JSON of a body; missing where it is none. */
  public static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private HttpRequest.Builder request(String path) {
    var request = proxies.request(URI.create(origin + path));
    bearer.ifPresent(token -> header(request, "Authorization", "Bearer " + token));
    return request;
  }

  /** Other characters would reach the server as question marks, or as a header of their own. */
  private static void header(HttpRequest.Builder request, String name, String value) {
    if (!value.chars().allMatch(one -> one >= ' ' && one <= '~')) {
      throw Refused.usage(name + " can hold nothing but printable ASCII characters");
    }
    request.header(name, value);
  }

  /** The client's own time limit ends with the headers, and a body may stall as well. */
  private static <T> HttpResponse<T> await(
      CompletableFuture<HttpResponse<T>> coming, Duration within)
      throws IOException, InterruptedException {
    try {
      return coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("no answer within " + within.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    var body = new String(response.body(), StandardCharsets.UTF_8);
    var headers = response.headers();
    return new Answer(
        response.statusCode(),
        body,
        parse(body),
        headers.firstValue("ETag").map(tag -> tag.replace("\"", "")),
        headers.firstValue("Date"));
  }

  /** Some failures come without words of their own. */
  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
