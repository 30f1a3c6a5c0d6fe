package dev.tenure.cli.verify;

import dev.tenure.cli.environment.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The working copy whose tests are run.
 *
 * @param root the folder of the whole project
 * @param javaHome the JDK to build and test with
 */
public record Checkout(Path root, Path javaHome) {

  public Checkout {
    if (!Files.isRegularFile(root.resolve("pom.xml"))
        || !Files.isRegularFile(root.resolve("mvnw"))) {
      throw new Refused(root + " is no working copy of Tenure; the tests are run in one");
    }
  }

  /** A command of Maven, to be run in {@link #root()}. */
  public List<String> maven(String... arguments) {
    var command = new ArrayList<String>();
    command.add(root.resolve("mvnw").toString());
    command.addAll(List.of("-B", "-ntp", "-f", root.resolve("pom.xml").toString()));
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }
}
