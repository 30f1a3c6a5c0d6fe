package dev.tenure.database;

import java.nio.file.Path;
import java.util.Map;

/** Where unpacked programs are kept between runs. */
final class CacheFolder {
  private CacheFolder() {}

  /**
   * {@code TENURE_CACHE}, else the user's cache folder. Root's own is closed to the unprivileged
   * user who runs PostgreSQL for root, so root takes the system's.
   */
  static Path of(Map<String, String> env, boolean root) {
    if (env.containsKey("TENURE_CACHE")) {
      return Path.of(env.get("TENURE_CACHE"));
    }
    if (root) {
      return Path.of("/var/cache/tenure");
    }
    var user = env.get("XDG_CACHE_HOME");
    return user == null || user.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "tenure")
        : Path.of(user, "tenure");
  }
}
