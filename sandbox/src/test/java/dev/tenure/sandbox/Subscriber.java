package dev.tenure.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who listens for webhooks and keeps what was sent. */
final class Subscriber implements AutoCloseable {
  record Heard(String type, String delivery, String signature, String body) {
    long signedAt() {
      return Long.parseLong(signature.substring(2, signature.indexOf(',')));
    }

    boolean genuine(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] made = mac.doFinal((signedAt() + "." + body).getBytes(StandardCharsets.UTF_8));
        return signature.endsWith(",v1=" + HexFormat.of().formatHex(made));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Subscriber() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var headers = exchange.getRequestHeaders();
          heard.add(
              new Heard(
                  headers.getFirst("X-OpenTrain-Event"),
                  headers.getFirst("X-OpenTrain-Delivery"),
                  headers.getFirst("X-OpenTrain-Signature"),
                  body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  /** Subscribes and answers with the secret. */
  String subscribe(Market market, String type) {
    return market
        .post(
            "/webhooks",
            "{\"url\": \"http://127.0.0.1:%d/hook\", \"eventTypes\": [\"%s\"]}"
                .formatted(server.getAddress().getPort(), type))
        .text("secret");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
