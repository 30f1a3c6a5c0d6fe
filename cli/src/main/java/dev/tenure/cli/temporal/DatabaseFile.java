package dev.tenure.cli.temporal;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file in which Temporal's development server keeps every workflow. Another server version may
 * read it wrongly, so the version that wrote it stands beside it.
 */
public record DatabaseFile(Path folder) {

  Path path() {
    return folder.resolve("temporal.db");
  }

  /** Refuses a server other than the one that made the file; a new file becomes this server's. */
  public void claimFor(TemporalCli cli) {
    try {
      Files.createDirectories(folder);
      var note = folder.resolve("server-version");
      if (!Files.exists(path()) || !Files.exists(note)) {
        Files.writeString(note, cli.server() + "\n");
        return;
      }
      var before = Files.readString(note).strip();
      if (!before.equals(cli.server().toString())) {
        throw new Refused(otherVersion(before, cli));
      }
    } catch (IOException e) {
      throw new Refused("Temporal's folder " + folder + " cannot be written", e);
    }
  }

  private String otherVersion(String before, TemporalCli cli) {
    return path()
        + " was written by Temporal server "
        + before
        + ", and "
        + cli.program()
        + " carries "
        + cli.server()
        + ".\nName a Temporal CLI with server "
        + before
        + " by TENURE_TEMPORAL_CLI, or begin anew with another TENURE_HOME";
  }
}
