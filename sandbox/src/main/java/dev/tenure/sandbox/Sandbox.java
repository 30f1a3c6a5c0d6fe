package dev.tenure.sandbox;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.people.SimulatedAgents;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opentrain.people.People;
import dev.tenure.sandbox.opentrain.scenario.Scenarios;
import dev.tenure.sandbox.opentrain.webhooks.WebhookSender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServerFactory;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox.
 *
 * <p>As a process it is set up by {@code SANDBOX_HOST}, {@code SANDBOX_PORT}, {@code
 * SANDBOX_OPENCONTRACT_PORT}, {@code SANDBOX_DATA} and {@code SANDBOX_PUBLIC_URL}; inside a test by
 * the same names in the form {@code sandbox.host}.
 */
public final class Sandbox implements AutoCloseable {
  private static final int DEFAULT_PORT = 8803;
  private static final int LAST_PORT = 65_535;
  private static final String SECOND_PORT = "SANDBOX_OPENCONTRACT_PORT";

  private final EmbeddedServer server;
  private final @Nullable EmbeddedServer second;

  private Sandbox(EmbeddedServer server, @Nullable EmbeddedServer second) {
    this.server = server;
    this.second = second;
  }

  public static void main(String[] args) {
    Map<String, Object> ports = new HashMap<>();
    ports.put("sandbox.port", requireNonNullElse(port("SANDBOX_PORT"), DEFAULT_PORT));
    Integer second = port(SECOND_PORT);
    if (second != null) {
      ports.put("sandbox.opencontract.port", second);
    }
    Sandbox sandbox = start(ports);
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-shutdown"));
    System.out.println("Sandbox: " + sandbox.url());
    System.out.println("OpenContract: " + sandbox.openContractUrl());
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
      context.getBean(ContractTimers.class).wake();
      context.getBean(SimulatedAgents.class).wake();
      server.start();
      return new Sandbox(server, second(context));
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  /** The same routes at another port, for whoever wants one for each marketplace. */
  private static @Nullable EmbeddedServer second(ApplicationContext context) {
    Integer port = context.getProperty("sandbox.opencontract.port", Integer.class).orElse(null);
    if (port == null) {
      return null;
    }
    NettyHttpServerConfiguration configuration = new NettyHttpServerConfiguration();
    configuration.setHost(context.getRequiredProperty("micronaut.server.host", String.class));
    configuration.setPort(port);
    EmbeddedServer server = context.getBean(NettyEmbeddedServerFactory.class).build(configuration);
    server.start();
    return server;
  }

  /** Its origin, such as {@code http://127.0.0.1:8803}. */
  public String url() {
    return server.getURI().toString();
  }

  /** Where OpenContract's API begins. */
  public String openContractUrl() {
    return (second == null ? url() : second.getURI().toString()) + OpenContractPath.V1;
  }

  @Override
  public void close() {
    if (second != null) {
      second.stop();
    }
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
    all.put("micronaut.server.thread-selection", "BLOCKING");
    // The framework's own guard against other origins says no word; there is one here that does.
    all.put("micronaut.server.cors.localhost-pass-through", "true");
    all.put("micronaut.serde.serialization.inclusion", "ALWAYS");
    all.put("endpoints.health.sensitive", "false");
    all.put("endpoints.prometheus.sensitive", "false");
    all.put("micronaut.metrics.export.prometheus.enabled", "true");
    return all;
  }

  /** The port that a variable names; null when it names none. */
  private static @Nullable Integer port(String variable) {
    String port = System.getenv(variable);
    if (port == null || port.isBlank()) {
      return null;
    }
    if (!port.strip().matches("-1|[0-9]{1,5}") || Integer.parseInt(port.strip()) > LAST_PORT) {
      System.err.println(
          "%s is \"%s\"; it must be a port up to %d, or -1 for a free one"
              .formatted(variable, port, LAST_PORT));
      System.exit(2);
    }
    return Integer.valueOf(port.strip());
  }
}
