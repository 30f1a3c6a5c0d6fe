package dev.tenure.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Hears server-sent events as the WHATWG describes them, and can hang up in the middle. */
final class Sse implements AutoCloseable {

  /** One block of lines; without data it is no event. */
  record Message(String id, String event, String comment, String data) {

    long number() {
      JsonNode json = Bodies.json(data);
      return json.get("number").asLong();
    }
  }

  private final HttpClient client;
  private final BufferedReader lines;

  private Sse(HttpClient client, InputStream body) {
    this.client = client;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  static Sse listen(String address, String place, String... headers) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      HttpResponse<InputStream> response =
          client.send(request(address, place, headers), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError("answered " + response.statusCode());
      }
      return new Sse(client, response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static boolean opens(String address, String... headers) {
    try (Sse stream = listen(address, "", headers)) {
      return !stream.next().id().isEmpty();
    } catch (AssertionError e) {
      return false;
    }
  }

  private static HttpRequest request(String address, String place, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(90))
            .header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return place.isEmpty() ? request.build() : request.header("Last-Event-ID", place).build();
  }

  /** The next block, whatever it holds. */
  Message next() {
    String id = "";
    String event = "";
    String comment = "";
    String data = "";
    String line = read();
    // An empty line more between two blocks means nothing.
    while (line.isEmpty()) {
      line = read();
    }
    for (; !line.isEmpty(); line = read()) {
      String value = line.substring(line.indexOf(':') + 1).strip();
      switch (line.substring(0, line.indexOf(':'))) {
        case "id" -> id = value;
        case "event" -> event = value;
        case "" -> comment = value;
        case "data" -> data += value;
        case "retry" -> {}
        default -> throw new AssertionError("no such field: " + line);
      }
    }
    return new Message(id, event, comment, data);
  }

  /** The next block with data. */
  Message nextEvent() {
    Message message = next();
    while (message.data().isEmpty()) {
      message = next();
    }
    return message;
  }

  /** The data that still comes until the server ends the stream. */
  String restOfTheData() {
    try {
      var data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        data.append(line.startsWith("data:") ? line.substring("data:".length()) : "");
      }
      return data.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether the server ends the stream in good order. */
  boolean ended() {
    try {
      while (lines.readLine() != null) {
        // Whatever was on its way still comes.
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String read() {
    try {
      String line = lines.readLine();
      if (line == null) {
        throw new AssertionError("the stream has ended");
      }
      return line;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
