package dev.tenure.sandbox.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Where the sandbox is found by people and clients: as it was set up, or where it listens. */
@Singleton
public class Origin {
  private final BeanProvider<EmbeddedServer> server;
  private final @Nullable String configured;

  Origin(
      BeanProvider<EmbeddedServer> server,
      @Property(name = "sandbox.public.url") @Nullable String configured) {
    this.server = server;
    this.configured = configured;
  }

  /** Without a slash at its end. */
  public String url() {
    if (configured != null && !configured.isBlank()) {
      return configured.endsWith("/")
          ? configured.substring(0, configured.length() - 1)
          : configured;
    }
    return server.get().getURI().toString();
  }
}
