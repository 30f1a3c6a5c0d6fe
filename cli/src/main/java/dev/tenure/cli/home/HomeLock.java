package dev.tenure.cli.home;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Held by the one supervisor of a home; the operating system lets go of it when that dies. */
public final class StackLock implements AutoCloseable {
  private final FileChannel file;

  private StackLock(FileChannel file) {
    this.file = file;
  }

  public static StackLock take(Home home) {
    try {
      var file =
          FileChannel.open(
              home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (file.tryLock() == null) {
        file.close();
        throw new Refused(
            "Tenure is already up in TENURE_HOME="
                + home.folder()
                + ". See it with: tenure status. Stop it with: tenure down");
      }
      return new StackLock(file);
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
