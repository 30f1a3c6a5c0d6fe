package dev.tenure.cli.home;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one stack: {@code TENURE_HOME}. */
public record Home(Path folder) {

  public Path log(String service) {
    return folder.resolve("logs").resolve(service + ".log");
  }

  /** Where a service keeps its data; only the service itself knows what is inside. */
  public Path data(String service) {
    return folder.resolve(service);
  }

  /** Whether the other names the same folder, perhaps by another way. */
  public boolean isSame(Home other) {
    try {
      return Files.isSameFile(folder, other.folder);
    } catch (IOException e) {
      // One of them is not there, so they are the same only by name.
      return folder.equals(other.folder);
    }
  }

  Path run() {
    return folder.resolve("run");
  }

  public Home prepare() {
    try {
      Files.createDirectories(run());
      Files.createDirectories(folder.resolve("logs"));
      return this;
    } catch (IOException e) {
      throw new Refused("The folder TENURE_HOME=" + folder + " cannot be written", e);
    }
  }
}
