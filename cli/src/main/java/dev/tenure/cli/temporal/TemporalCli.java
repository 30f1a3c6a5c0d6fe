package dev.tenure.cli.temporal;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Temporal command line program, which carries the development server.
 *
 * @param server the version of that server, which decides the format of its database file
 */
public record TemporalCli(Path program, Version server) {
  /** The release that Tenure is made and tested with. */
  static final String PINNED = "1.5.1";

  /** The server inside the pinned release. */
  static final Version PINNED_SERVER = Version.parse("1.29.1");

  private static final Pattern SERVER = Pattern.compile("Server (\\d+\\.\\d+\\.\\d+)");

  /** The version of the server that {@code temporal --version} names in brackets. */
  static Optional<Version> serverIn(String words) {
    return SERVER.matcher(words).results().map(found -> Version.parse(found.group(1))).findFirst();
  }
}
