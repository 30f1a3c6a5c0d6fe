package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key of the wallet that a stack pays with on its own sandbox: made once, for its owner alone.
 * The sandbox gives every new address play money; on a real network this one has none.
 */
record DevelopmentWallet(Home home) {
  private static final int KEY_BYTES = 32;

  Path keyFile() {
    return home.folder().resolve("wallet").resolve("opencontract.key");
  }

  /**
   * Makes the key unless it is there.
   *
   * @throws Refused when it cannot be written
   */
  void prepare() {
    var file = keyFile();
    if (Files.exists(file)) {
      return;
    }
    try {
      var folder = file.getParent();
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      var fresh =
          Files.createTempFile(
              folder,
              "key",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, key() + "\n", StandardCharsets.US_ASCII);
      moveUnlessThere(fresh, file);
    } catch (IOException | UnsupportedOperationException e) {
      throw new Refused("The sandbox's wallet " + file + " cannot be written", e);
    }
  }

  /** Whoever came first made the key that counts. */
  private static void moveUnlessThere(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh);
    }
  }

  private static String key() {
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    // Below the order of the curve, whatever was drawn, and not zero.
    key[0] = (byte) ((key[0] & 0x7f) | 0x40);
    return HexFormat.of().formatHex(key);
  }
}
