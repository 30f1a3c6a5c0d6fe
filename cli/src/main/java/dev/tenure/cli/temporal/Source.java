package dev.tenure.cli.temporal;

import dev.tenure.cli.terminal.Console;
import java.nio.file.Path;
import java.util.Optional;

/** One way to come by the Temporal command line program. */
interface Source {
  /** The program, or nothing after having said why not. */
  Optional<Path> obtain(Console console);
}
