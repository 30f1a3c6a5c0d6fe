package dev.tenure.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A client of a sandbox, as a test wants to use it. */
final class Market {
  static final String API = "/api/public/v1";
  static final String HIRE =
      """
      {"milestone": {"name": "Batch 1", "description": "First 10k dashcam images", "amount": 450,
                     "dueDate": "2026-07-15"}}
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String token;

  Market(String url) {
    this(url, "ot_pat_sandbox_owner");
  }

  Market(String url, String token) {
    this.url = url;
    this.token = token;
  }

  Market as(String otherToken) {
    return new Market(url, otherToken);
  }

  Reply get(String path) {
    return send("GET", API + path, "");
  }

  Reply post(String path) {
    return send("POST", API + path, "");
  }

  Reply post(String path, String body) {
    return send("POST", API + path, body);
  }

  /** A control under /sandbox. */
  Reply control(String method, String path, String body) {
    return send(method, "/sandbox" + path, body);
  }

  Reply control(String method, String path) {
    return send(method, "/sandbox" + path, "");
  }

  Reply send(String method, String path, String body) {
    try {
      return trySend(method, path, body, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply trySend(String method, String path, String body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(SandboxTest.PATIENCE)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response.headers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Hires and answers with the contract's id. */
  String hired(String proposalId) {
    return confirmed(post("/proposals/" + proposalId + "/hire", HIRE))
        .text("approval.result.contractId");
  }

  /** Creates a milestone and answers with its id. */
  String milestone(String contractId, String description, int amountUsd) {
    return post(
            "/contracts/" + contractId + "/milestones",
            "{\"description\": \"%s\", \"amountUsd\": %d}".formatted(description, amountUsd))
        .text("milestone.id");
  }

  Reply confirmed(Reply requested) {
    return control("POST", "/approvals/" + requested.text("approval.id") + "/confirm");
  }
}
