package dev.tenure.sandbox.opentrain.rules;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The addresses that people open; the paths of billing and claim pages are assumed. */
@Singleton
public class Links {
  private final BeanProvider<EmbeddedServer> server;
  private final @Nullable String configured;

  Links(
      BeanProvider<EmbeddedServer> server,
      @Property(name = "sandbox.public.url") @Nullable String configured) {
    this.server = server;
    this.configured = configured;
  }

  public String approval(String id) {
    return origin() + "/approvals/" + id;
  }

  public String billing() {
    return origin() + "/settings/billing";
  }

  public String checkout(String topUpId) {
    return origin() + "/checkout/" + topUpId;
  }

  public String claim() {
    return origin() + "/claim";
  }

  public String origin() {
    if (configured != null && !configured.isBlank()) {
      return configured.endsWith("/")
          ? configured.substring(0, configured.length() - 1)
          : configured;
    }
    return server.get().getURI().toString();
  }
}
