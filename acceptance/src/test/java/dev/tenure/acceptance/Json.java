package dev.tenure.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** JSON over HTTP, as an outsider speaks it. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  private Json() {}

  /** An answer: its status and its body. */
  record Answer(int status, JsonNode body) {

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + ", got " + status + ": " + body);
      }
      return this;
    }
  }

  static Answer get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  /** What a resource answers, whatever its type and status. */
  static String text(String url) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(1)).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends a command until somebody takes it up, as the front asks for with its {@code 503}: on a
   * slow machine a worker may need longer than the front waits for it.
   */
  static Answer commandUntilTaken(String method, String url, String key, String body) {
    return Await.until(
        method + " " + url + " is taken up",
        Duration.ofMinutes(5),
        () ->
            Optional.of(command(method, url, key, body)).filter(answer -> answer.status() != 503));
  }

  static Answer post(String url, String body) {
    return with("POST", url, body);
  }

  /** A command: the same key again asks for the same thing. */
  static Answer command(String method, String url, String key, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(method, BodyPublishers.ofString(body)));
  }

  /** A request with an API key. */
  static Answer withKey(String key, String method, String url, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("X-Api-Key", key)
            .method(method, BodyPublishers.ofString(body)));
  }

  static Answer put(String url, String body) {
    return with("PUT", url, body);
  }

  static Answer delete(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).DELETE());
  }

  private static Answer with(String method, String url, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
      String body = response.body();
      return new Answer(response.statusCode(), MAPPER.readTree(body.isBlank() ? "null" : body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
