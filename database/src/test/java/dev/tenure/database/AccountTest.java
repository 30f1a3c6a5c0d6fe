package dev.tenure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void anOrdinaryUserRunsPostgresItself() {
    assertThat(Account.ourselves().command(List.of("postgres"))).containsExactly("postgres");
    assertThat(Account.ourselves().owner()).isEmpty();
  }

  @Test
  void rootHandsPostgresToAnUnprivilegedUserThatReachesTheData() throws IOException {
    assumeTrue(Home.isRoot(), "only root switches users");
    permit("rwxr-xr-x");
    var account = Account.unprivileged(List.of(folder)).orElseThrow();
    var id = Commands.run(account.command(List.of("id", "-u")));
    assertThat(id.output()).isNotEqualTo("0").containsOnlyDigits();
  }

  @Test
  void aFolderThatIsClosedToOthersIsReachedByNoUnprivilegedUser() throws IOException {
    assumeTrue(Home.isRoot(), "only root switches users");
    permit("rwx------");
    assertThat(Account.unprivileged(List.of(folder))).isEmpty();
  }

  @Test
  void dataInAClosedFolderStillGetsAHome() throws IOException {
    assumeTrue(Home.isRoot(), "only root switches users");
    permit("rwx------");
    var home = Home.choose(folder.resolve("database"), Path.of("/"), words -> {});
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
