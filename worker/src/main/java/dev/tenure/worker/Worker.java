package dev.tenure.worker;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.Micronaut;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that hosts workflows and activities. */
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private Worker() {}

  /** Starts it; ends with 1 when a setting is missing or wrong. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (List.of(args).contains(Rehearsal.WORD)) {
      Rehearsal.run();
      System.exit(0);
    }
    try {
      start(WorkerSettings.of(System.getenv()), Map.of());
    } catch (SettingsException e) {
      LOG.error("{}", e.getMessage());
      System.exit(1);
    }
  }

  static ApplicationContext start(WorkerSettings settings, Map<String, Object> properties) {
    LOG.info(
        "Worker for {} with Temporal at {}, namespace {}; health and metrics on {}:{}",
        settings.accounts(),
        settings.temporalAddress(),
        settings.namespace(),
        settings.host(),
        settings.port());
    return Micronaut.build(new String[0])
        .mainClass(Worker.class)
        .banner(false)
        .singletons(settings)
        .properties(
            Map.of("tenure.worker.host", settings.host(), "tenure.worker.port", settings.port()))
        .propertySources(PropertySource.of("given", properties))
        .start();
  }
}
