package dev.tenure.worker.account;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The one HTTP client of the process, by the environment's proxies and certificates. */
@Factory
final class HttpFactory {

  @Singleton
  @Bean(preDestroy = "close")
  HttpExchange http() {
    return new HttpExchange(HttpSettings.of(System.getenv()));
  }
}
