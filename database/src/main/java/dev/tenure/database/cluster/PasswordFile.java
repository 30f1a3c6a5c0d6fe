package dev.tenure.database.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The application's password beside the data, for the user who runs Tenure and nobody else. */
public record PasswordFile(Path path) {
  private static final int RANDOM_BYTES = 32;

  public static PasswordFile in(Path folder) {
    return new PasswordFile(folder.resolve("password"));
  }

  /** Letters, digits, - and _ only: it stands in SQL and in files as it is. */
  public static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public boolean exists() {
    return Files.exists(path);
  }

  public String read() {
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be read", e);
    }
  }

  /** Written beside and renamed: whoever reads it never sees half of it, nor with other rights. */
  public void write(String password) {
    try {
      Path fresh = path.resolveSibling("password.new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, password + "\n");
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be written", e);
    }
  }
}
