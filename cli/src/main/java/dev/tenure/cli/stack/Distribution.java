package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged roles: {@code lib/} and, for each role, a file of arguments for Java. */
public record Distribution(Path folder, Path javaHome) {

  /** The distribution that this very program was started from. */
  public static Distribution ofThisProgram() {
    try {
      var source = Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      var lib = Path.of(source).toAbsolutePath().resolveSibling("..").normalize();
      return new Distribution(lib, Path.of(System.getProperty("java.home")));
    } catch (URISyntaxException e) {
      throw new Refused("The folder of the distribution has a name that Java cannot read", e);
    }
  }

  /** The working copy that the distribution was built in, if it still stands there. */
  public Path sources() {
    return folder.resolve("../../..").normalize();
  }

  /** Classes kept ready by a rehearsal; those of another JDK the JDK itself passes over. */
  private boolean isOfThisBuild(Path cache) {
    try {
      var built = folder.resolve("built");
      return Files.isRegularFile(cache)
          && Files.isRegularFile(built)
          && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(built)) >= 0;
    } catch (IOException e) {
      throw new Refused(cache + " cannot be read", e);
    }
  }

  /** The command of a role; it must run with {@link #folder()} as its working folder. */
  List<String> command(String role, String... arguments) {
    var file = folder.resolve("roles").resolve(role + ".args");
    if (!Files.isRegularFile(file)) {
      throw new Refused(file + " is missing; build the distribution with ./mvnw package");
    }
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    var cache = folder.resolve(role + ".aot");
    if (isOfThisBuild(cache)) {
      command.add("-XX:AOTCache=" + cache.getFileName());
    }
    command.add("@roles/" + role + ".args");
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }
}
