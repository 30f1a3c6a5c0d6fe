package dev.tenure.journal;

import dev.tenure.database.Database;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands between driver and PostgreSQL as PgBouncer does in transaction mode, as far as its client
 * can tell: it invents the process id, and passes no notification on.
 */
public final class PoolerRelay implements AutoCloseable {

  private static final int INVENTED_PROCESS = 1_234_567;
  private static final char KEY_DATA = 'K';
  private static final char NOTIFICATION = 'A';

  private final ServerSocket door;
  private final int postgres;
  private final Queue<IOException> cuts = new ConcurrentLinkedQueue<>();

  private PoolerRelay(ServerSocket door, int postgres) {
    this.door = door;
    this.postgres = postgres;
  }

  /** Opens one before a database. */
  public static PoolerRelay before(Database database) throws IOException {
    int port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    PoolerRelay relay =
        new PoolerRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    Thread.ofVirtual().start(relay::serve);
    return relay;
  }

  /** Where the driver finds it; without TLS, whose first answer has no length. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + "/tenure?sslmode=disable";
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), postgres);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> answer(server, client));
      } catch (IOException e) {
        // Closed, or a database that is away: the driver sees the end of its connection.
        cuts.add(e);
      }
    }
  }

  private void pass(Socket client, Socket server) {
    try (client;
        server) {
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      cuts.add(e);
    }
  }

  private void answer(Socket server, Socket client) {
    try (server;
        client) {
      var in = new DataInputStream(server.getInputStream());
      var out = new DataOutputStream(client.getOutputStream());
      while (true) {
        int type = in.readUnsignedByte();
        int length = in.readInt();
        byte[] body = in.readNBytes(length - Integer.BYTES);
        if (type == NOTIFICATION) {
          continue;
        }
        out.writeByte(type);
        out.writeInt(length);
        if (type == KEY_DATA) {
          out.writeInt(INVENTED_PROCESS);
          out.write(body, Integer.BYTES, body.length - Integer.BYTES);
        } else {
          out.write(body);
        }
        out.flush();
      }
    } catch (IOException e) {
      cuts.add(e);
    }
  }

  /** How connections ended, for a test that fails. */
  public Queue<IOException> cuts() {
    return cuts;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
