package dev.tenure.activities.opentrain.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.Samples;
import dev.tenure.activities.http.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of the sandbox: of its API with a token, and of its own controls. */
record SandboxHttp(HttpClient client, String origin) {

  HttpAnswer send(String method, String path, @Nullable String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Authorization", "Bearer " + token)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return HttpAnswer.of(
          response.statusCode(), Map.of(), response.body().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lets a person or a trainer act, which may be refused. */
  HttpAnswer act(String path, @Nullable Object body) {
    return send("POST", "/sandbox" + path, body == null ? null : Samples.json(body), "");
  }

  /** Changes or reads the sandbox itself, which works. */
  JsonNode control(String method, String path, @Nullable Object body) {
    HttpAnswer answer =
        send(method, "/sandbox" + path, body == null ? null : Samples.json(body), "");
    if (!answer.successful()) {
      throw new AssertionError(method + " " + path + ": " + answer);
    }
    return Samples.tree(answer.text());
  }
}
