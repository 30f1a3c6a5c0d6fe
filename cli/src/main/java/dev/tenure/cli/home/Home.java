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
