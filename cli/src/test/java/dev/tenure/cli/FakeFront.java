package dev.tenure.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A front that answers as it is told, and remembers what it was asked. */
final class FakeFront implements AutoCloseable {

  /** What was asked. */
  record Asked(String line, String body, String key, String bearer, String lastEvent) {}

  private record Told(int status, String type, String body) {}

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  FakeFront() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on answers a request, named as {@code GET /v1/hires}, in this way. */
  FakeFront tell(String line, int status, String body) {
    told.put(line, new Told(status, "application/json", body));
    return this;
  }

  FakeFront stream(String line, String body) {
    told.put(line, new Told(200, "text/event-stream", body));
    return this;
  }

  /** Something that happens whenever this is asked, before the answer. */
  void onRequest(String line, Runnable happens) {
    hooks.put(line, happens);
  }

  List<Asked> asked() {
    return asked;
  }

  Asked last() {
    return asked.getLast();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            body,
            header(exchange, "Idempotency-Key"),
            header(exchange, "Authorization"),
            header(exchange, "Last-Event-ID")));
    hooks.getOrDefault(exchange.getRequestMethod() + " " + path, () -> {}).run();
    var answer =
        told.getOrDefault(
            exchange.getRequestMethod() + " " + path,
            new Told(
                404,
                "application/problem+json",
                "{\"status\":404,\"code\":\"not_found\",\"detail\":\"There is nothing here.\"}"));
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
