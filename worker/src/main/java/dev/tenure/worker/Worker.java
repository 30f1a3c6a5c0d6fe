package dev.tenure.worker;

import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.worker.settings.SettingsEnvironment;
import dev.tenure.worker.settings.SettingsErrors;
import dev.tenure.worker.settings.SettingsException;
import dev.tenure.workflows.connection.ConnectionSettingsException;
import dev.tenure.workflows.connection.TemporalConnection;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import io.micronaut.runtime.Micronaut;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that hosts workflows and activities. */
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private Worker() {}

  /** Starts it; ends with 1 when a setting is missing or wrong. */
  public static void main(String[] args) throws NoAnswerException, InterruptedException {
    if (List.of(args).contains(Rehearsal.WORD)) {
      Rehearsal.run();
      System.exit(0);
    }
    try {
      start(System.getenv(), Map.of());
    } catch (SettingsException e) {
      LOG.error("{}", e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Starts a worker.
   *
   * @param properties go before the environment
   * @throws SettingsException where a variable is missing or wrong, with words that name it
   */
  static ApplicationContext start(Map<String, String> environment, Map<String, Object> properties) {
    SettingsEnvironment settings = SettingsEnvironment.of(environment);
    TemporalConnection temporal = temporal(settings);
    try {
      return Micronaut.build(new String[0])
          .mainClass(Worker.class)
          .banner(false)
          .environmentPropertySource(false)
          .propertySources(settings.propertySources())
          .propertySources(PropertySource.of("given", properties))
          .singletons(settings, temporal)
          // Settings are told in our own words, without a trace of where they were read.
          .mapError(BeanInstantiationException.class, failure -> 0)
          .mapError(DependencyInjectionException.class, failure -> 0)
          .start();
    } catch (RuntimeException e) {
      throw SettingsErrors.of(e, settings).<RuntimeException>map(words -> words).orElse(e);
    }
  }

  private static TemporalConnection temporal(SettingsEnvironment settings) {
    try {
      return TemporalConnection.of(settings.variables());
    } catch (ConnectionSettingsException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }
}
