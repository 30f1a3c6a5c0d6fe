package dev.tenure.sandbox.faults;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A body of which the first half comes at once, and the second when the fault is lifted. */
final class StalledBody extends InputStream {
  private final ByteArrayInputStream first;
  private final ByteArrayInputStream second;
  private final CompletableFuture<@Nullable Void> lifted;

  StalledBody(byte[] whole, CompletableFuture<@Nullable Void> lifted) {
    int half = whole.length / 2;
    this.first = new ByteArrayInputStream(whole, 0, half);
    this.second = new ByteArrayInputStream(whole, half, whole.length - half);
    this.lifted = lifted;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int read = first.read(into, offset, length);
    if (read >= 0) {
      return read;
    }
    lifted.join();
    return second.read(into, offset, length);
  }
}
