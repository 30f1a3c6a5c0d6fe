package dev.tenure.cli.home;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Held by the one process of a home that may do something; the operating system lets go of it when
 * that dies.
 */
public final class HomeLock implements AutoCloseable {
  private final FileChannel file;

  private HomeLock(FileChannel file) {
    this.file = file;
  }

  /**
   * That of the supervisor.
   *
   * @throws Refused where another one holds it
   */
  public static HomeLock ofStack(Home home) {
    return take(
        home,
        "lock",
        "Tenure is already up in TENURE_HOME="
            + home.folder()
            + ". See it with: tenure status. Stop it with: tenure down");
  }

  /**
   * That of a demo: while it runs, the sandbox's simulated people of its marketplace are as it
   * needs them.
   *
   * @throws Refused where another one holds it
   */
  public static HomeLock ofDemo(Home home, String marketplace) {
    return take(
        home,
        "demo-" + marketplace + ".lock",
        "A demo on "
            + marketplace
            + " runs already in TENURE_HOME="
            + home.folder()
            + ", and the sandbox has one set of simulated people. Wait for its end, or use another"
            + " stack:\n"
            + "  TENURE_HOME=.tenure-demo TENURE_PORT_BASE=9800 tenure demo --marketplace "
            + marketplace);
  }

  private static HomeLock take(Home home, String name, String taken) {
    try {
      var file =
          FileChannel.open(
              home.run().resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (file.tryLock() == null) {
        file.close();
        throw new Refused(taken);
      }
      return new HomeLock(file);
    } catch (IOException e) {
      throw new Refused("The lock of TENURE_HOME=" + home.folder() + " cannot be taken", e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new Refused("The lock could not be given back", e);
    }
  }
}
