package dev.tenure.cli.supervision;

import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.program.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes that are out of the terminal's group and write into a log. */
public final class DetachedProcess {
  private DetachedProcess() {}

  /**
   * Starts one.
   *
   * @param environment the whole environment of the process
   */
  public static Process start(
      List<String> command, Path folder, Map<String, String> environment, LogFile log)
      throws IOException {
    var builder =
        new ProcessBuilder(inOwnSession(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.open());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /**
   * So that Ctrl-C reaches the supervisor alone and it can stop the others in their order. Where
   * the program {@code setsid} is missing, they all hear it.
   */
  private static List<String> inOwnSession(List<String> command) {
    var all = new ArrayList<String>();
    Programs.onPath("setsid", System.getenv().getOrDefault("PATH", ""))
        .ifPresent(setsid -> all.add(setsid.toString()));
    all.addAll(command);
    return all;
  }
}
