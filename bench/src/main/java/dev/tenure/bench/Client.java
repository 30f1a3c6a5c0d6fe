package dev.tenure.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The few calls that the bench makes. */
final class Client {
  static final String API = "/api/public/v1";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;

  Client(String url) {
    this.url = url;
  }

  String get(String path) throws IOException, InterruptedException {
    return send("GET", API + path, "");
  }

  String post(String path, String body) throws IOException, InterruptedException {
    return send("POST", API + path, body);
  }

  String control(String path, String body) throws IOException, InterruptedException {
    return send("POST", "/sandbox" + path, body);
  }

  String send(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer ot_pat_sandbox_owner")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300 && response.statusCode() != 409) {
      throw new IOException(method + " " + path + ": " + response.statusCode() + response.body());
    }
    return response.body();
  }

  /** Where a page of the feed says that it goes on. */
  static String nextCursor(String page) {
    return page.replaceFirst("(?s).*\"nextCursor\":\"(\\d+)\".*", "$1");
  }

  /** Every id of this kind in a body, in its order. */
  static List<String> ids(String body, String prefix) {
    return Pattern.compile("\"(" + prefix + "_\\w+)\"")
        .matcher(body)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }
}
