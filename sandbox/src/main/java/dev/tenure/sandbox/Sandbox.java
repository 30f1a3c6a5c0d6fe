package dev.tenure.sandbox;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.opencontract.rules.TimerSchedule;
import dev.tenure.sandbox.opentrain.people.People;
import dev.tenure.sandbox.opentrain.scenario.Scenarios;
import dev.tenure.sandbox.opentrain.webhooks.WebhookSender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A running sandbox.
 *
 * <p>As a process it is set up by {@code SANDBOX_HOST}, {@code SANDBOX_PORT}, {@code SANDBOX_DATA}
 * and {@code SANDBOX_PUBLIC_URL}; inside a test by the same names in the form {@code sandbox.host}.
 */
public final class Sandbox implements AutoCloseable {
  private static final int DEFAULT_PORT = 8803;
  private static final int LAST_PORT = 65_535;

  private final EmbeddedServer server;

  private Sandbox(EmbeddedServer server) {
    this.server = server;
  }

  public static void main(String[] args) {
    Sandbox sandbox = start(Map.of("sandbox.port", port(System.getenv())));
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-shutdown"));
    System.out.println("Sandbox: " + sandbox.url());
  }

  /** Starts one on the wall clock; without {@code sandbox.port} on a free port. */
  public static Sandbox start(Map<String, Object> properties) {
    return start(properties, InstantSource.system());
  }

  /** Starts one on a clock of the caller's. */
  public static Sandbox start(Map<String, Object> properties, InstantSource clock) {
    Map<String, Object> all = new HashMap<>(defaults(properties));
    all.putAll(properties);
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(all)
            .singletons(new MarketClock(clock))
            .start();
    EmbeddedServer server = context.getBean(EmbeddedServer.class);
    try {
      context.getBean(Scenarios.class).beginIfEmpty();
      context.getBean(People.class).wake();
      context.getBean(WebhookSender.class).wake();
      context.getBean(TimerSchedule.class).wake();
      server.start();
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    return new Sandbox(server);
  }

  /** Its origin, such as {@code http://127.0.0.1:8803}. */
  public String url() {
    return server.getURI().toString();
  }

  @Override
  public void close() {
    server.stop();
    server.getApplicationContext().close();
  }

  private static Map<String, Object> defaults(Map<String, Object> given) {
    Object port = given.getOrDefault("sandbox.port", -1);
    Map<String, Object> all = new HashMap<>();
    all.put("sandbox.serving", "true");
    all.put("micronaut.application.name", "sandbox");
    all.put("micronaut.server.host", "${sandbox.host:127.0.0.1}");
    all.put("micronaut.server.port", port);
    all.put("micronaut.serde.serialization.inclusion", "ALWAYS");
    all.put("endpoints.health.sensitive", "false");
    all.put("endpoints.prometheus.sensitive", "false");
    all.put("micronaut.metrics.export.prometheus.enabled", "true");
    return all;
  }

  private static int port(Map<String, String> environment) {
    String port = environment.get("SANDBOX_PORT");
    if (port == null || port.isBlank()) {
      return DEFAULT_PORT;
    }
    if (!port.strip().matches("-1|[0-9]{1,5}") || Integer.parseInt(port.strip()) > LAST_PORT) {
      System.err.println(
          "SANDBOX_PORT is \"%s\"; it must be a port up to %d, or -1 for a free one"
              .formatted(port, LAST_PORT));
      System.exit(2);
    }
    return Integer.parseInt(port.strip());
  }
}
