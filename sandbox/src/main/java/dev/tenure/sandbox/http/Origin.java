package dev.tenure.sandbox.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the sandbox is found by people and clients: as it was set up, or where it listens. */
@Singleton
public class Origin {
  private final Supplier<String> url;

  Origin(
      BeanProvider<EmbeddedServer> server,
      @Property(name = "sandbox.public.url") @Nullable String configured) {
    // Nearly every answer needs it, and a server that listens does not move.
    url =
        SupplierUtil.memoized(
            () ->
                configured != null && !configured.isBlank()
                    ? configured.replaceFirst("/$", "")
                    : server.get().getURI().toString());
  }

  /** Without a slash at its end. */
  public String url() {
    return url.get();
  }
}
