package dev.tenure.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A way to a port of this machine that can be cut, at once, and mended. */
final class CuttableProxy implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CuttableProxy.class);

  private final int target;
  private final ServerSocket door;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  CuttableProxy(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  void cut() {
    cut = true;
    open.forEach(CuttableProxy::end);
  }

  void mend() {
    cut = false;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        LOG.debug("nobody came", e);
      }
    }
  }

  private void connect(Socket here) {
    open.add(here);
    try {
      Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(there);
      if (cut) {
        cut();
      }
      Thread.ofVirtual().start(() -> carry(here, there));
      Thread.ofVirtual().start(() -> carry(there, here));
    } catch (IOException e) {
      end(here);
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
