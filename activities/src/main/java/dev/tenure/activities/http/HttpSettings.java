package dev.tenure.activities.http;

import io.micronaut.http.client.netty.ssl.ClientSslBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How this machine reaches others.
 *
 * @param proxies which connections go through a proxy
 * @param trust certificates beyond the JDK's own, where there are any
 */
public record HttpSettings(HttpProxies proxies, Optional<ClientSslBuilder> trust) {

  /** Names a PEM file with certificates that are trusted beside the JDK's own. */
  public static final String CA_FILE = "TENURE_CA_FILE";

  /** Straight to everybody, with the JDK's certificates. */
  public static final HttpSettings DIRECT = new HttpSettings(HttpProxies.NONE, Optional.empty());

  /**
   * Reads {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY} and {@code TENURE_CA_FILE}.
   *
   * @throws IllegalArgumentException with words that name the variable
   */
  public static HttpSettings of(Map<String, String> environment) {
    @Nullable String file = environment.get(CA_FILE);
    return new HttpSettings(
        HttpProxies.of(environment),
        file == null || file.isBlank()
            ? Optional.empty()
            : Optional.of(AddedTrust.of(Path.of(file.strip()))));
  }
}
