package dev.tenure.worker.account;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.worker.settings.SettingsEnvironment;
import dev.tenure.worker.settings.SettingsException;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The one HTTP client of the process, by the environment's proxies and certificates. */
@Factory
final class HttpFactory {

  @Singleton
  @Bean(preDestroy = "close")
  HttpExchange http(SettingsEnvironment environment) {
    try {
      return new HttpExchange(HttpSettings.of(environment.variables()));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }
}
