package dev.tenure.worker;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpCall;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.activity.AccountReader;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.worker.lifecycle.WorkerRegistration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.InstantSource;
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
                "TEMPORAL_CONFIG_FILE",
                "/dev/null",
                "TENURE_JDBC_URL",
                "jdbc:postgresql://" + NOBODY + "/none"),
            Map.of("micronaut.server.port", ANY_PORT))) {
      context.getBean(WorkerRegistration.class).assemble(new ShutdownSignal());
      HttpExchange http = context.getBean(HttpExchange.class);
      URI origin = context.getBean(EmbeddedServer.class).getURI();
      for (String path : new String[] {"/health/readiness", "/prometheus"}) {
        http.send(new HttpCall("GET", origin.resolve(path), Map.of(), null), HttpLimits.USUAL);
      }
      lookAtAnAccount(http, origin);
    }
  }

  /**
   * The first call to a marketplace is the slowest one of a process. Here it is answered by 404.
   */
  private static void lookAtAnAccount(HttpExchange http, URI origin) {
    BaseUrl base = BaseUrl.of(origin.toString(), OpenTrainClient.PATH);
    InstantSource clock = InstantSource.system();
    Transport transport = new HttpTransport(http, base, "rehearsal", HttpLimits.USUAL);
    new AccountReader(new OpenTrainClient(base, transport, clock), clock).read();
  }
}
