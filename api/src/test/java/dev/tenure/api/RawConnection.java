package dev.tenure.api;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection whose every byte the test writes itself: what no client would send. */
final class RawConnection implements AutoCloseable {

  private static final int LONGEST_MILLIS = 30_000;

  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  static RawConnection to(Http http) throws IOException {
    URI base = URI.create(http.base());
    var socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(LONGEST_MILLIS);
    return new RawConnection(socket);
  }

  /** What a whole request is answered with, which ends the connection. */
  static String answer(Http http, String firstLine, String... headers) throws IOException {
    try (RawConnection connection = to(http)) {
      return connection.send(head(firstLine, headers) + "Connection: close\r\n\r\n").rest();
    }
  }

  /** A request line and headers, without the empty line that ends them. */
  static String head(String firstLine, String... headers) {
    var head = new StringBuilder(firstLine + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  RawConnection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Everything until the front closes. */
  String rest() throws IOException {
    InputStream in = socket.getInputStream();
    var all = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      all.write(next);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** The names of the headers of an answer that has no end. */
  List<String> headers() throws IOException {
    List<String> names = new ArrayList<>();
    var lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    lines.readLine();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      names.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** Reads what is there; the end of it would be an error. */
  void requireOpen() throws IOException {
    InputStream in = socket.getInputStream();
    int before = in.available();
    if (before == 0 || in.readNBytes(before).length < before) {
      throw new EOFException("the front closed");
    }
    socket.setSoTimeout(500);
    try {
      if (in.read() < 0) {
        throw new EOFException("the front closed");
      }
    } catch (SocketTimeoutException nothingMoreYet) {
      socket.setSoTimeout(LONGEST_MILLIS);
    }
  }

  /** Closes as a process does that is killed: the other end is told that all is void. */
  void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
