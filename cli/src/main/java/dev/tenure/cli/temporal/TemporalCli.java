package dev.tenure.cli.temporal;

import java.nio.file.Path;

/**
 * A Temporal command line program, which carries the development server.
 *
 * @param server the version of that server, which decides the format of its database file
 */
public record TemporalCli(Path program, ServerVersion server) {
  /** The release that Tenure is made and tested with. */
  static final String PINNED = "1.5.1";

  /** The server inside the pinned release. */
  static final ServerVersion PINNED_SERVER = new ServerVersion(1, 29, 1);
}
