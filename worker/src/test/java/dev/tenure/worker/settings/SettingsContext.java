package dev.tenure.worker.settings;

import dev.tenure.workflows.connection.TemporalConnection;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The worker's beans, with nobody there, for tests of its settings. */
final class SettingsContext {

  private SettingsContext() {}

  /**
   * Starts them as the process does.
   *
   * @throws SettingsException as the process would tell it
   */
  static ApplicationContext of(Map<String, String> environment) {
    SettingsEnvironment settings = SettingsEnvironment.of(environment);
    try {
      return ApplicationContext.builder()
          .environmentPropertySource(false)
          .propertySources(settings.propertySources())
          .properties(Map.of("tenure.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"))
          .singletons(settings, TemporalConnection.of(settings.variables()))
          .start();
    } catch (RuntimeException e) {
      throw SettingsErrors.of(e, settings).<RuntimeException>map(words -> words).orElse(e);
    }
  }
}
