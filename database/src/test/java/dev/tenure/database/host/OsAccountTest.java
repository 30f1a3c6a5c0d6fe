package dev.tenure.database.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsAccountTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void anOrdinaryUserRunsPostgresItself() {
    assertThat(OsAccount.ourselves().command(List.of("postgres"))).containsExactly("postgres");
    assertThat(OsAccount.ourselves().owner()).isEmpty();
  }

  @Test
  void rootHandsPostgresToAnUnprivilegedUserThatReachesTheData() throws IOException {
    assumeTrue(DataHome.isRoot(), "only root switches users");
    permit("rwxr-xr-x");
    var account = OsAccount.unprivileged(List.of(folder)).orElseThrow();
    var id = Commands.run(account.command(List.of("id", "-u")));
    assertThat(id.output()).isNotEqualTo("0").containsOnlyDigits();
  }

  @Test
  void aFolderThatIsClosedToOthersIsReachedByNoUnprivilegedUser() throws IOException {
    assumeTrue(DataHome.isRoot(), "only root switches users");
    permit("rwx------");
    assertThat(OsAccount.unprivileged(List.of(folder))).isEmpty();
  }

  @Test
  void dataInAClosedFolderStillGetsAHome() throws IOException {
    assumeTrue(DataHome.isRoot(), "only root switches users");
    permit("rwx------");
    var home = DataHome.choose(folder.resolve("database"), Path.of("/"), words -> {});
    var euid = Commands.run(home.account().command(List.of("id", "-u")));
    assertThat(euid.output()).isNotEqualTo("0");
    if (!home.folder().startsWith(folder)) {
      Folders.delete(home.folder());
    }
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
