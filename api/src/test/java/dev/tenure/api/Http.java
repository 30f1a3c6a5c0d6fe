package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A client that knows nothing of the front but its address. */
final class Http {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An answer. */
  record Answer(int status, HttpResponse<String> raw) {

    JsonNode json() {
      try {
        return MAPPER.readTree(raw.body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + raw.body(), e);
      }
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String text(String pointer) {
      return json().at(pointer).asText();
    }

    /** What is wrong with a request: each place with its code. */
    List<String> errors() {
      return json()
          .at("/errors")
          .valueStream()
          .map(error -> error.get("pointer").asText() + " " + error.get("code").asText())
          .toList();
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;

  Http(String base) {
    this.base = base;
  }

  String base() {
    return base;
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer send(String method, String path, String body, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.ofString(body)));
  }

  /** Every answer under /v1 that any test gets must be one that the front describes. */
  private static Answer asDescribed(HttpRequest request, Answer answer) {
    String path = request.uri().getRawPath();
    if (path.startsWith("/v1/")) {
      assertThat(Description.HERE.faults(request.method(), path, answer))
          .as("%s %s answers %d %s", request.method(), path, answer.status(), answer.raw().body())
          .isEmpty();
    }
    return answer;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpRequest built = request.build();
      HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
      return asDescribed(built, new Answer(response.statusCode(), response));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
