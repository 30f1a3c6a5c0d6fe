package dev.tenure.cli.temporal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** This machine in the words of Temporal's release archives. */
record Machine(String system, String processor) {

  /**
   * The SHA-256 of each release archive of {@link TemporalCli#PINNED}, as Temporal publishes them
   * in {@code checksums.txt} beside the archives. They stand here, so that whoever could change an
   * archive cannot change its checksum with it. With another version they all have to be replaced.
   */
  private static final Map<Machine, String> SHA_256 =
      Map.of(
          new Machine("linux", "amd64"),
          "ddc95e08b0b076efd4ea9733a3f488eb7d2be875f8834e616cd2a37358b4852d",
          new Machine("linux", "arm64"),
          "bd1b0db9f18b051026de8bf6cc1505f2510f14bbb7a8b9a4a91fff46c77454f5",
          new Machine("darwin", "amd64"),
          "bbb73e2a31135abe50a1f1cdb35030c42961df618e8ce9c60ae89f201540c5d9",
          new Machine("darwin", "arm64"),
          "cca01b7ea35ad56e2a328d9ae596bf716bd22313ef63c7a761c88354457c2415");

  static Machine current() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch", "");
    return new Machine(
        name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux",
        arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "amd64");
  }

  /** The SHA-256 of its archive; nothing where none is known for it. */
  Optional<String> archiveSha256() {
    return Optional.ofNullable(SHA_256.get(this));
  }
}
