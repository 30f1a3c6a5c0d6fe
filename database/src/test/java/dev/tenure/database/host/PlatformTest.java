package dev.tenure.database.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

  @Test
  void everyPackagedPlatformHasItsArchiveOnTheClassPath() {
    for (var platform :
        new Platform[] {
          Platform.of("Linux", "amd64"),
          Platform.of("Linux", "aarch64"),
          Platform.of("Mac OS X", "x86_64"),
          Platform.of("Mac OS X", "aarch64")
        }) {
      assertThat(Platform.class.getResource("/" + platform.archive()))
          .as(platform.archive())
          .isNotNull();
    }
  }

  @Test
  void aPlatformWithoutAnArchiveIsToldToNameAServer() {
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("TENURE_JDBC_URL");
    assertThatThrownBy(() -> Platform.of("Linux", "riscv64")).hasMessageContaining("riscv64");
  }

  @Test
  void theArchiveOfAnotherPlatformUnpacksToo(@TempDir Path cache) {
    var binaries = Binaries.in(cache, Platform.of("Mac OS X", "aarch64"));
    assertThat(Path.of(binaries.program("postgres"))).isRegularFile();
    assertThat(Files.isExecutable(Path.of(binaries.program("initdb")))).isTrue();
  }

  @Test
  void whatIsUnpackedOnceIsNotUnpackedAgain(@TempDir Path cache) throws Exception {
    var platform = Platform.current();
    var first = Binaries.in(cache, platform);
    var marker = Files.createFile(first.folder().resolve("marker"));
    assertThat(Binaries.in(cache, platform)).isEqualTo(first);
    assertThat(marker).exists();
    try (var entries = Files.list(cache)) {
      assertThat(entries).containsExactly(first.folder());
    }
  }
}
