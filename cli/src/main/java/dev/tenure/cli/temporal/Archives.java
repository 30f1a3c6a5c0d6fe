package dev.tenure.cli.temporal;

import java.util.Map;
import java.util.Optional;

/**
 * The SHA-256 of each release archive of {@link TemporalCli#PINNED}, as Temporal publishes them in
 * {@code checksums.txt} beside the archives. They stand here, so that whoever could change an
 * archive cannot change its checksum with it. With another version they all have to be replaced.
 */
final class Archives {
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

  private Archives() {}

  /** Nothing for a machine whose archive is not known. */
  static Optional<String> sha256(Machine machine) {
    return Optional.ofNullable(SHA_256.get(machine));
  }
}
