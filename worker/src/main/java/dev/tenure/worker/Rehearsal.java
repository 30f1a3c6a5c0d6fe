package dev.tenure.worker;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpCall;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.worker.account.ServedAccounts;
import dev.tenure.worker.lifecycle.WorkerRegistration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
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

  static void run() throws NoAnswerException, InterruptedException {
    try (ApplicationContext context =
        Worker.start(
            Map.of(
                "OT_API_BASE_URL",
                "http://" + NOBODY,
                "OT_API_TOKEN",
                "rehearsal",
                "TEMPORAL_ADDRESS",
                NOBODY,
                "TENURE_JDBC_URL",
                "jdbc:postgresql://" + NOBODY + "/none"),
            Map.of("micronaut.server.port", ANY_PORT))) {
      context.getBean(WorkerRegistration.class).assemble(new ShutdownSignal());
      // The first call of a process is its slowest: here one is not answered, and two are.
      context.getBean(ServedAccounts.class).all().forEach(account -> account.reader().read());
      HttpExchange http = context.getBean(HttpExchange.class);
      URI origin = context.getBean(EmbeddedServer.class).getURI();
      for (String path : new String[] {"/health/readiness", "/prometheus"}) {
        http.send(new HttpCall("GET", origin.resolve(path), Map.of(), null), HttpLimits.USUAL);
      }
    }
  }
}
