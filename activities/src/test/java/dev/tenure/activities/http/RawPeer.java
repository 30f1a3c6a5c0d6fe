package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A peer on the bare socket: it reads what it is sent first and then behaves as it is told. */
public final class RawPeer implements AutoCloseable {

  /** What a peer does with a connection after it has read. */
  @FunctionalInterface
  public interface Behaviour {
    void on(Socket socket) throws IOException;
  }

  private final ServerSocket server;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  public RawPeer(Behaviour behaviour) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(behaviour));
  }

  /** Answers each connection once and closes it. */
  public static RawPeer answering(String answer) throws IOException {
    return new RawPeer(
        socket -> {
          say(socket, answer);
          socket.close();
        });
  }

  public static void say(Socket socket, String answer) throws IOException {
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI address(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/x");
  }

  /** The first bytes of each connection. */
  public List<String> heard() {
    return heard;
  }

  private void serve(Behaviour behaviour) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket, behaviour));
      } catch (IOException e) {
        assertThat(server.isClosed()).as("%s", e).isTrue();
      }
    }
  }

  private void talk(Socket socket, Behaviour behaviour) {
    try {
      InputStream in = socket.getInputStream();
      byte[] first = new byte[8_192];
      int read = in.read(first);
      heard.add(new String(first, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1));
      behaviour.on(socket);
    } catch (IOException e) {
      // The client hung up, which is what some tests want.
      heard.add("hung up");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
