package dev.tenure.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  @Test
  void theNamedFolderWinsForEverybody() {
    assertThat(CacheFolder.of(Map.of("TENURE_CACHE", "/cache"), true)).isEqualTo(Path.of("/cache"));
    assertThat(CacheFolder.of(Map.of("TENURE_CACHE", "/cache", "HOME", "/home/a"), false))
        .isEqualTo(Path.of("/cache"));
  }

  @Test
  void anOrdinaryUserHasItsOwn() {
    assertThat(CacheFolder.of(Map.of("HOME", "/home/a"), false))
        .isEqualTo(Path.of("/home/a/.cache/tenure"));
    assertThat(CacheFolder.of(Map.of("HOME", "/home/a", "XDG_CACHE_HOME", "/x"), false))
        .isEqualTo(Path.of("/x/tenure"));
  }

  @Test
  void rootTakesOneThatTheUnprivilegedUserCanRead() {
    assertThat(CacheFolder.of(Map.of("HOME", "/home/admin"), true))
        .isEqualTo(Path.of("/var/cache/tenure"));
  }
}
