package dev.tenure.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A marketplace with a quiet feed, whose answer to a funding is held back until it is let go. */
final class StubMarketplace implements AutoCloseable {

  static final String SCOPES = "\"proposals:write\",\"payments:read\"";

  static final String REVOKED = "ot_pat_revoked_secret";

  final CountDownLatch asked = new CountDownLatch(1);
  final CountDownLatch letGo = new CountDownLatch(1);

  private final HttpServer server;

  StubMarketplace() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/public/v1/auth/me", exchange -> me(exchange));
    server.createContext(
        "/api/public/v1/updates",
        exchange -> say(exchange, 200, "{\"events\":[],\"nextCursor\":\"0\",\"hasMore\":false}"));
    server.createContext("/api/public/v1/milestones/m/fund", this::fund);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void me(HttpExchange exchange) throws IOException {
    if (exchange.getRequestHeaders().getFirst("Authorization").contains(REVOKED)) {
      say(exchange, 401, "{\"error\":\"no\",\"code\":\"UNAUTHORIZED\",\"requestId\":\"r\"}");
    } else {
      say(exchange, 200, "{\"token\":{\"scopes\":[" + SCOPES + "]}}");
    }
  }

  private void fund(HttpExchange exchange) throws IOException {
    asked.countDown();
    try {
      letGo.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    say(
        exchange,
        202,
        """
        {"approval":{"id":"apr_1","type":"milestone_fund","status":"pending",
         "expiresAt":"2026-11-24T10:00:00.000Z"}}""");
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    letGo.countDown();
    server.stop(0);
  }
}
