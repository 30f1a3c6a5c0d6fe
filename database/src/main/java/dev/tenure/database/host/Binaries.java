package dev.tenure.database.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs of this machine, unpacked once into a cache folder. */
public record Binaries(Path folder) {
  public static final String VERSION = "17.10";

  public String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /**
   * Unpacks into a sibling folder first and renames it, so that a half-unpacked one is never used.
   */
  public static Binaries in(Path cache, Platform platform) {
    var folder =
        cache
            .toAbsolutePath()
            .resolve(
                "postgresql-" + VERSION + "-" + platform.system() + "-" + platform.processor());
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(cache);
        var fresh = Files.createTempDirectory(cache, "unpacking-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(platform, fresh);
        publish(fresh, folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked into " + folder, e);
    }
    return new Binaries(folder);
  }

  private static void publish(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(fresh);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void unpack(Platform platform, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive(platform)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new FileAlreadyExistsException(entry.getName(), null, "leads out of the archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static InputStream archive(Platform platform) {
    var stream = Binaries.class.getResourceAsStream("/" + platform.archive());
    if (stream == null) {
      throw new DatabaseException(platform.archive() + " is missing from the class path");
    }
    return new BufferedInputStream(stream);
  }
}
