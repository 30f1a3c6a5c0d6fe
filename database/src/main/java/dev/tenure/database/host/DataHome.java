package dev.tenure.database.host;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where the data lives and who may touch it.
 *
 * @param folder holds the cluster's own folder and what is written beside it
 */
public record DataHome(Path folder, OsAccount account) {
  private static final String MOVED = "moved-to";
  private static final Path SYSTEM_DATA = Path.of("/var/lib/tenure");

  public Path cluster() {
    return folder.resolve("pg17");
  }

  /**
   * Prefers to leave the data where it was asked for. Only when no account can reach that folder
   * does it go to a folder of the system, noted beside the wish so that it is found again.
   */
  public static DataHome choose(Path wished, Path binaries, Consumer<String> say) {
    var folder = existing(wished.toAbsolutePath().normalize());
    if (!isRoot()) {
      return new DataHome(folder, OsAccount.ourselves());
    }
    return OsAccount.unprivileged(List.of(folder, binaries))
        .or(OsAccount::namespaced)
        .map(account -> new DataHome(folder, account))
        .orElseGet(() -> moved(folder, binaries, say));
  }

  public static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  private static DataHome moved(Path wished, Path binaries, Consumer<String> say) {
    try {
      var note = wished.resolve(MOVED);
      if (!Files.exists(note)) {
        Files.writeString(note, SYSTEM_DATA.resolve(UUID.randomUUID().toString()).toString());
      }
      var folder = existing(Path.of(Files.readString(note).strip()));
      var account = OsAccount.unprivileged(List.of(folder, binaries));
      say.accept("No unprivileged user reaches " + wished + "; the data is in " + folder);
      return new DataHome(folder, account.orElseThrow(() -> unreachable(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("The database's data could not be moved out of " + wished, e);
    }
  }

  private static Path existing(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
    }
  }

  private static DatabaseException unreachable(Path folder) {
    return new DatabaseException(
        "PostgreSQL does not run as root, and neither the user postgres nor nobody can be switched to and reach "
            + folder
            + ". Run Tenure as an ordinary user, or name a server of your own by TENURE_JDBC_URL");
  }
}
