package dev.tenure.activities.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A real HTTP server that takes what is posted to it, or refuses it. */
final class Receiver implements AutoCloseable {

  /** One request as it came. */
  record Taken(String id, String timestamp, String signature, String body) {

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  private final HttpServer server;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String retryAfter = "";
  private volatile Predicate<String> refused = id -> false;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  Receiver answering(int newStatus, String newRetryAfter) {
    status = newStatus;
    retryAfter = newRetryAfter;
    return this;
  }

  /** Answers 503 to what has such an id; asked once its request is counted. */
  void refusing(Predicate<String> ids) {
    refused = ids;
  }

  /** An address that is a secret, as Slack's are. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/T0/S3CRET");
  }

  List<Taken> taken() {
    return taken;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      taken.add(
          new Taken(
              header(exchange, "webhook-id"),
              header(exchange, "webhook-timestamp"),
              header(exchange, "webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
      }
      exchange.sendResponseHeaders(refused.test(header(exchange, "webhook-id")) ? 503 : status, -1);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
