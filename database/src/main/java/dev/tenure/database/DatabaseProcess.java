package dev.tenure.database;

import dev.tenure.database.cluster.PostgresServer;
import dev.tenure.database.cluster.ServerSettings;
import dev.tenure.database.host.Binaries;
import dev.tenure.database.host.DatabaseException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The role {@code database}: PostgreSQL in the foreground, until it is told to stop. */
final class DatabaseProcess {
  private DatabaseProcess() {}

  static int run(String[] arguments, Map<String, String> env) throws InterruptedException {
    var folder = Path.of(env.getOrDefault("TENURE_DB_DATA", ".tenure/database"));
    try {
      if (List.of(arguments).contains("stop")) {
        PostgresServer.stopLeftover(
            Database.cluster(folder, DatabaseProcess::say), DatabaseProcess::say);
        return 0;
      }
      return serve(folder, Integer.parseInt(env.getOrDefault("TENURE_DB_PORT", "8804")));
    } catch (DatabaseException | UncheckedIOException e) {
      say(e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
      return 1;
    } catch (NumberFormatException e) {
      say("TENURE_DB_PORT is not a port: " + env.get("TENURE_DB_PORT"));
      return 2;
    }
  }

  private static int serve(Path folder, int port) throws InterruptedException {
    var database =
        Database.open(folder, port, ServerSettings.DURABLE, Redirect.INHERIT, DatabaseProcess::say);
    Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-postgres"));
    say("PostgreSQL " + Binaries.VERSION + " is ready on 127.0.0.1:" + port);
    var exit = database.awaitExit();
    say("PostgreSQL has ended with exit code " + exit);
    return exit;
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
