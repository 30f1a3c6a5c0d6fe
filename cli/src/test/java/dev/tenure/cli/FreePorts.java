package dev.tenure.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody uses now. They lie below those from which systems take the ports of outgoing
 * connections, so that no connection of another program comes in between.
 */
public final class FreePorts {
  /** What a server that is surely not there would listen at: no system gives this port away. */
  public static final String NOBODY = "http://127.0.0.1:1";

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int MANY = 1_000;

  private FreePorts() {}

  public static int one() throws IOException {
    try (var socket = busy()) {
      return socket.getLocalPort();
    }
  }

  /** A server on one of them; closing it sets the port free. */
  public static ServerSocket busy() throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (BindException e) {
        if (attempt == MANY) {
          throw e;
        }
      }
    }
  }
}
