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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A front that answers as it is told, and remembers what it was asked. */
public final class FakeFront implements AutoCloseable {

  /** What was asked. */
  public record Asked(
      String line,
      String body,
      String key,
      String bearer,
      String lastEvent,
      String ifMatch,
      String prefer,
      String proxyAccount) {}

  private record Told(int status, String type, String body, boolean open) {}

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  public FakeFront() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on answers a request, named as {@code GET /v1/hires}, in this way. */
  public FakeFront tell(String line, int status, String body) {
    told.put(line, new Told(status, "application/json", body, false));
    return this;
  }

  /** The same for one query of many, named as {@code GET /v1/hires?limit=200}. */
  public FakeFront tellWhere(String line, String body) {
    return tell(line, 200, body);
  }

  public FakeFront stream(String line, String body) {
    told.put(line, new Told(200, "text/event-stream", body, false));
    return this;
  }

  /** As a front that is frozen after these words: it neither says more nor ends. */
  public FakeFront freezeAfter(String line, String body) {
    told.put(line, new Told(200, "text/event-stream", body, true));
    return this;
  }

  /** As a front that is ended after it has read the request. */
  public FakeFront cutOff(String line) {
    told.put(line, new Told(0, "", "", false));
    return this;
  }

  /** Something that happens whenever this is asked, before the answer. */
  public void onRequest(String line, Runnable happens) {
    hooks.put(line, happens);
  }

  public List<Asked> asked() {
    return asked;
  }

  public Asked last() {
    return asked.getLast();
  }

  /** The body of the last request, byte by byte. */
  public byte[] lastBody() {
    return bodies.getLast().clone();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    bodies.add(exchange.getRequestBody().readAllBytes());
    var body = new String(bodies.getLast(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            body,
            header(exchange, "Idempotency-Key"),
            header(exchange, "Authorization"),
            header(exchange, "Last-Event-ID"),
            header(exchange, "If-Match"),
            header(exchange, "Prefer"),
            header(exchange, "Proxy-Authorization")));
    hooks.getOrDefault(exchange.getRequestMethod() + " " + path, () -> {}).run();
    var named = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    var answer =
        told.getOrDefault(
            told.containsKey(named) ? named : exchange.getRequestMethod() + " " + path,
            new Told(
                404,
                "application/problem+json",
                "{\"status\":404,\"code\":\"not_found\",\"detail\":\"There is nothing here.\"}",
                false));
    try (exchange) {
      if (answer.status() != 0) {
        send(exchange, answer);
      }
    }
  }

  private void send(HttpExchange exchange, Told answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(
        answer.status(), answer.open() ? 0 : bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    if (answer.open()) {
      exchange.getResponseBody().flush();
      awaitClose();
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
