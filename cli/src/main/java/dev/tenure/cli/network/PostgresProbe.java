package dev.tenure.cli.network;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Says hello as a client of PostgreSQL does. A server that still recovers accepts the connection
 * and answers with an error; a ready one asks for the password.
 */
record PostgresProbe(int port) implements Probe {
  private static final int PROTOCOL_3 = 3 << 16;
  private static final byte[] HELLO =
      "user\0tenure\0database\0tenure\0\0".getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean isReady() {
    try (var socket = new Socket()) {
      socket.setSoTimeout(2000);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(8 + HELLO.length);
      out.writeInt(PROTOCOL_3);
      out.write(HELLO);
      out.flush();
      return socket.getInputStream().read() == 'R';
    } catch (IOException e) {
      return false;
    }
  }
}
