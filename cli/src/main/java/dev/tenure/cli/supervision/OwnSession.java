package dev.tenure.cli.supervision;

import dev.tenure.cli.program.Programs;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a process out of the terminal's group, so that Ctrl-C reaches the supervisor alone and it
 * can stop the others in their order. Where the program {@code setsid} is missing, they all hear
 * it.
 */
public final class OwnSession {
  private OwnSession() {}

  public static List<String> of(List<String> command) {
    var path = System.getenv().getOrDefault("PATH", "");
    return Programs.onPath("setsid", path)
        .map(
            setsid -> {
              var all = new ArrayList<String>();
              all.add(setsid.toString());
              all.addAll(command);
              return List.copyOf(all);
            })
        .orElse(command);
  }
}
