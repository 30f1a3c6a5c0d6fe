package dev.tenure.activities;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenure.activities.http.BaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A marketplace that answers as it is told, call by call, and remembers what it was asked. */
public final class Marketplace implements AutoCloseable {

  /** What one call gets. A reply without a body cuts the connection instead. */
  public record Reply(int status, @Nullable String body, Map<String, String> headers) {

    public static Reply json(int status, String body) {
      return new Reply(status, body, Map.of());
    }

    public static Reply error(int status, String code, String details) {
      return json(
          status,
          "{\"error\":\"words\",\"code\":\""
              + code
              + "\",\"requestId\":\"req-1\",\"details\":"
              + details
              + "}");
    }

    public static Reply cut() {
      return new Reply(0, null, Map.of());
    }

    public Reply with(String header, String value) {
      return new Reply(status, body, Map.of(header, value));
    }
  }

  /** What was asked. */
  public record Asked(
      String method,
      String path,
      String body,
      @Nullable String authorization,
      Map<String, List<String>> headers) {}

  private static final String PREFIX = "/api/public/v1";

  private final String prefix;

  private final HttpServer server;
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public Marketplace() {
    this(PREFIX);
  }

  /** Another marketplace's API, below that path. */
  public Marketplace(String prefix) {
    this.prefix = prefix;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public BaseUrl base() {
    return BaseUrl.of("http://127.0.0.1:" + server.getAddress().getPort(), prefix);
  }

  /** Replies to calls of that method and path, query included, in order; the last one repeats. */
  public Marketplace on(String method, String path, Reply... inOrder) {
    replies.put(method + " " + path, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  public List<Asked> asked() {
    return asked;
  }

  public List<Asked> asked(String method) {
    return asked.stream().filter(call -> call.method().equals(method)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString().substring(prefix.length());
    String method = exchange.getRequestMethod();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            method,
            path,
            body,
            exchange.getRequestHeaders().getFirst("Authorization"),
            Map.copyOf(exchange.getRequestHeaders())));
    Reply reply = next(method + " " + path);
    try (exchange) {
      if (reply.body() != null) {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private synchronized Reply next(String call) {
    Deque<Reply> inOrder = replies.get(call);
    if (inOrder == null) {
      return Reply.error(404, "NOT_FOUND", "{}");
    }
    return inOrder.size() > 1 ? inOrder.removeFirst() : inOrder.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
