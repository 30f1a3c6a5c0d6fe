package dev.tenure.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenure.cli.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * JSON over HTTP with one server.
 *
 * @param origin scheme, host and port
 * @param bearer the token or key to show, if the server wants one
 */
record JsonHttp(String origin, Optional<String> bearer) {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, JsonNode body) {
    return send("POST", path, BodyPublishers.ofString(body.toString()));
  }

  JsonNode put(String path, JsonNode body) {
    return send("PUT", path, BodyPublishers.ofString(body.toString()));
  }

  private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, body);
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return parse(method + " " + origin + path, response);
    } catch (IOException e) {
      throw new Refused(method + " " + origin + path + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("Interrupted while waiting for " + origin + path, e);
    }
  }

  private static JsonNode parse(String what, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new Refused(what + " answered " + response.statusCode() + ": " + response.body());
    }
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new Refused(what + " answered with something that is not JSON", e);
    }
  }
}
