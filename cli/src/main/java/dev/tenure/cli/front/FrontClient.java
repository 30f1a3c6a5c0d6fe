package dev.tenure.cli.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls of the HTTP front. */
public final class FrontClient {
  static final JsonMapper JSON = new JsonMapper();

  /** Longer than the front itself ever holds an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FrontAddress address;
  private final HttpClient http;

  public FrontClient(FrontAddress address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  public String origin() {
    return address.origin();
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Answer post(String path, JsonNode body, Map<String, String> headers) {
    return send("POST", path, body, headers);
  }

  /**
   * Sends one request.
   *
   * @param body {@code null} for none
   * @throws ProblemException when the front refused
   * @throws UnreachableException when it did not answer as the front does
   */
  public Answer send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    var request =
        request(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    headers.forEach(request::header);
    try {
      return read(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("Interrupted while waiting for " + origin(), e, true);
    }
  }

  /**
   * Looks at something whatever the front says of it, as with its health.
   *
   * @throws UnreachableException when nobody answers at all
   */
  public Answer look(String path) {
    try {
      var response =
          http.send(request(path).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
      return answer(response, parse(response.body()));
    } catch (IOException e) {
      throw away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("Interrupted while waiting for " + origin(), e, true);
    }
  }

  /**
   * Opens an answer that has no end.
   *
   * @param within how long the front may take to begin it
   */
  HttpResponse<InputStream> open(HttpRequest request, Duration within)
      throws IOException, InterruptedException {
    var coming = http.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("no answer within " + within.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    }
  }

  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(origin() + path));
    address.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request;
  }

  UnreachableException away(IOException e) {
    return new UnreachableException(
        e instanceof ConnectException
            ? "Nobody answers at "
                + origin()
                + ". Start the stack with: tenure up, or name another front by TENURE_URL or --url"
            : origin() + " did not answer: " + e.getMessage(),
        e,
        !(e instanceof ConnectException || e instanceof HttpConnectTimeoutException));
  }

  private Answer read(HttpResponse<String> response) {
    var json = parse(response.body());
    if (response.statusCode() / 100 == 2) {
      if (json.isMissingNode() && !response.body().isEmpty()) {
        throw new UnreachableException(origin() + " is not Tenure's front: it answers no JSON");
      }
      return answer(response, json);
    }
    throw problem(response.statusCode(), response.body());
  }

  private static Answer answer(HttpResponse<String> response, JsonNode json) {
    var headers = response.headers();
    return new Answer(
        response.statusCode(),
        response.body(),
        json,
        headers.firstValue("ETag").map(tag -> tag.replace("\"", "")),
        headers.firstValue("Date"));
  }

  /** What a refusal means. */
  RuntimeException problem(int status, String body) {
    var json = parse(body);
    return json.path("detail").isTextual()
        ? new ProblemException(status, body, json)
        : new UnreachableException(origin() + " is not Tenure's front: it answers " + status);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
