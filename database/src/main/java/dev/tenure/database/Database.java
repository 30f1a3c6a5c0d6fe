package dev.tenure.database;

import dev.tenure.database.cluster.Cluster;
import dev.tenure.database.cluster.PasswordFile;
import dev.tenure.database.cluster.PostgresServer;
import dev.tenure.database.cluster.ServerSettings;
import dev.tenure.database.host.Binaries;
import dev.tenure.database.host.CacheFolder;
import dev.tenure.database.host.DataHome;
import dev.tenure.database.host.DatabaseException;
import dev.tenure.database.host.Folders;
import dev.tenure.database.host.Platform;
import dev.tenure.database.host.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A real PostgreSQL 17 on a loopback port, with the role and the database {@code tenure}; the
 * role's password is in the file {@code password} beside the data. In a test: {@code try (var db =
 * Database.start()) { ... }}.
 */
public final class Database implements AutoCloseable {
  private static final int PORTS_TRIED = 3;

  private final Cluster cluster;
  private final int port;
  private final ServerSettings settings;
  private final Redirect log;
  private PostgresServer server;

  private Database(
      Cluster cluster, int port, ServerSettings settings, Redirect log, Consumer<String> say) {
    this.cluster = cluster;
    this.port = port;
    this.settings = settings;
    this.log = log;
    this.server = PostgresServer.start(cluster, port, settings, log, say);
  }

  /** An empty database in a temporary folder on a free port, gone when closed. */
  public static Database start() {
    try {
      var folder = Files.createTempDirectory("tenure-database-");
      var log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
      return atAFreePort(prepared(folder, ServerSettings.FAST, words -> {}), log);
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder could be made", e);
    }
  }

  static Database open(
      Path folder, int port, ServerSettings settings, Redirect log, Consumer<String> say) {
    return new Database(prepared(folder, settings, say), port, settings, log, say);
  }

  private static Cluster prepared(Path folder, ServerSettings settings, Consumer<String> say) {
    var cluster = cluster(folder, say);
    PostgresServer.stopLeftover(cluster, say);
    cluster.prepare(settings);
    return cluster;
  }

  /** Another program may take a port first; then there are others. */
  private static Database atAFreePort(Cluster cluster, Redirect log) {
    for (int attempt = 1; ; attempt++) {
      int port = Ports.free();
      try {
        return new Database(cluster, port, ServerSettings.FAST, log, words -> {});
      } catch (DatabaseException e) {
        if (attempt == PORTS_TRIED || Ports.isFree(port)) {
          throw e;
        }
      }
    }
  }

  static Cluster cluster(Path folder, Consumer<String> say) {
    var cache = CacheFolder.of(System.getenv(), DataHome.isRoot());
    var binaries = Binaries.in(cache, Platform.current());
    return new Cluster(
        DataHome.choose(folder, binaries.folder(), say), binaries, PasswordFile.in(folder));
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME;
  }

  public String user() {
    return Cluster.NAME;
  }

  /** The application's password, random for each data folder. */
  public String password() {
    return cluster.password().read();
  }

  /** Takes the server away, as an outage would; the data and the port stay. */
  public void stop() {
    server.stop();
  }

  /** Brings the server back after {@link #stop}, on the same port with the same data. */
  public void resume() {
    server = PostgresServer.start(cluster, port, settings, log, words -> {});
  }

  /** Waits until the server ends by itself or is stopped. */
  int awaitExit() throws InterruptedException {
    return server.awaitExit();
  }

  /** Stops the server and deletes the folder. */
  @Override
  public void close() {
    stop();
    Folders.delete(cluster.home().folder());
  }

  /** The process of the role {@code database}; with the word {@code stop}, ends what it left. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(DatabaseProcess.run(arguments, System.getenv()));
  }
}
