package dev.tenure.worker;

import dev.tenure.activities.ShutdownSignal;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * A start with nobody there: no marketplace, no database, no Temporal. The process ends after it,
 * and the JDK keeps the classes that it has loaded ready for the starts that count, above all the
 * one after a crash, which hires under way wait for.
 */
final class Rehearsal {

  /** The argument that asks for it. */
  static final String WORD = "rehearse";

  private static final String NOBODY = "127.0.0.1:1";
  private static final int ANY_PORT = -1;

  private Rehearsal() {}

  static void run() throws IOException, InterruptedException {
    try (ApplicationContext context =
            Worker.start(
                settings(), Map.of("tenure.jdbc.url", "jdbc:postgresql://" + NOBODY + "/none"));
        HttpClient http = HttpClient.newHttpClient()) {
      context.getBean(Crew.class).assemble(new ShutdownSignal());
      // One call of a marketplace that is not there: the first one of a process is its slowest.
      context.getBean(Accounts.class).all().forEach(account -> account.reader().read());
      var origin = context.getBean(EmbeddedServer.class).getURI();
      for (String path : new String[] {"/health/readiness", "/prometheus"}) {
        http.send(request(origin.resolve(path)), BodyHandlers.discarding());
      }
    }
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }

  private static WorkerSettings settings() {
    var usual =
        WorkerSettings.of(
            Map.of(
                "OT_API_BASE_URL",
                "http://" + NOBODY,
                "OT_API_TOKEN",
                "rehearsal",
                "TEMPORAL_ADDRESS",
                NOBODY));
    return new WorkerSettings(
        usual.host(),
        ANY_PORT,
        usual.temporalAddress(),
        usual.namespace(),
        usual.accounts(),
        usual.feedInterval(),
        usual.sweepInterval(),
        usual.reminders(),
        usual.drain());
  }
}
