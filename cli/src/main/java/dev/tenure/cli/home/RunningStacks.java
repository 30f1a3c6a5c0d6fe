package dev.tenure.cli.home;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which home's stack begins at which port, for all stacks of this user: one file for each port in
 * the cache, with the folder in it. What it says is held against the home's own records, so that an
 * old file says nothing.
 */
public final class RunningStacks {
  private final Path folder;

  public RunningStacks(Environment env) {
    this.folder = env.cache().resolve("stacks");
  }

  /**
   * Tells of the stack that is about to run in a home.
   *
   * @throws Refused when the cache cannot be written
   */
  public void add(Home home, int portBase) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file(portBase), home.folder().toString());
    } catch (IOException e) {
      throw new Refused(file(portBase) + " cannot be written", e);
    }
  }

  /** The home whose stack runs from this port on, if it is one of this user. */
  public Optional<Home> at(int portBase) {
    try {
      var home = new Home(Path.of(Files.readString(file(portBase)).strip()));
      return new Records(home)
          .servingStack()
          .filter(stack -> stack.ports().base() == portBase)
          .map(stack -> home);
    } catch (IOException | InvalidPathException | Refused e) {
      // It only serves to name the stack; without it the port is told as somebody's all the same.
      return Optional.empty();
    }
  }

  private Path file(int portBase) {
    return folder.resolve(Integer.toString(portBase));
  }
}
