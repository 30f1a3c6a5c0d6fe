package dev.tenure.database.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int MANY = 1_000;

  private Ports() {}

  /**
   * A port below those from which systems take the ports of outgoing connections: it is used only a
   * while later, and no connection of another program comes in between.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(MANY, LOWEST, HIGHEST)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new DatabaseException("No port is free"));
  }

  public static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
