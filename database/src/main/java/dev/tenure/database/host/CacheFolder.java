package dev.tenure.database.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where unpacked programs are kept between runs. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * {@code TENURE_CACHE}, else the user's cache folder. Root's own is closed to the unprivileged
   * user who runs PostgreSQL for root, so root takes the system's.
   */
  public static Path of(Map<String, String> env, boolean root) {
    var named = set(env, "TENURE_CACHE");
    if (named.isPresent()) {
      return Path.of(named.get());
    }
    if (root) {
      return Path.of("/var/cache/tenure");
    }
    return set(env, "XDG_CACHE_HOME")
        .map(folder -> Path.of(folder, "tenure"))
        .orElseGet(
            () ->
                Path.of(
                    set(env, "HOME").orElse(System.getProperty("user.home")), ".cache", "tenure"));
  }

  private static Optional<String> set(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isBlank());
  }
}
