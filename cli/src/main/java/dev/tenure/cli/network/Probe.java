package dev.tenure.cli.network;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a service whether it is ready to serve; every failure means no. */
@FunctionalInterface
public interface Probe {
  boolean isReady();

  /** Ready is whoever answers 200 within three seconds; the body, which may stall, is not read. */
  static Probe http(String url) {
    var http =
        HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(3)).build();
    return () -> {
      try {
        var answer = http.send(request, BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode() == 200;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  /**
   * Says hello as a client of PostgreSQL does. A server that still recovers accepts the connection
   * and answers with an error; a ready one asks for the password.
   */
  static Probe postgres(int port) {
    var hello = "user\0tenure\0database\0tenure\0\0".getBytes(StandardCharsets.US_ASCII);
    var protocol3 = 3 << 16;
    return () -> {
      try (var socket = new Socket()) {
        socket.setSoTimeout(2000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(8 + hello.length);
        out.writeInt(protocol3);
        out.write(hello);
        out.flush();
        return socket.getInputStream().read() == 'R';
      } catch (IOException e) {
        return false;
      }
    };
  }
}
