package dev.tenure.activities.opencontract.signer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Where a private key comes from. No words of it ever hold what was read. */
public sealed interface KeySource {

  /** How many bytes are read at most: a key, and blanks around it. */
  int MOST = 256;

  /** The variable that sets it, for words to people. */
  String variable();

  /** For words to people. */
  String name();

  /**
   * Reads the 32 bytes of the key; the caller wipes them.
   *
   * @throws IllegalArgumentException with words that name the source and the remedy
   */
  byte[] read();

  /**
   * A file that its owner alone may read.
   *
   * @param variable that names it, for words to people
   */
  record KeyFile(String variable, Path path) implements KeySource {

    private static final Set<PosixFilePermission> OTHERS =
        EnumSet.complementOf(
            EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE));

    @Override
    public String name() {
      return variable + " (" + path + ")";
    }

    @Override
    public byte[] read() {
      try {
        if (!Files.isRegularFile(path)) {
          throw refused(name(), "there is no such file", null);
        }
        Set<PosixFilePermission> allowed = new HashSet<>(Files.getPosixFilePermissions(path));
        allowed.retainAll(OTHERS);
        if (!allowed.isEmpty()) {
          throw refused(name(), "others than its owner may use the file: chmod 600 it", null);
        }
        try (InputStream in = Files.newInputStream(path)) {
          return key(name(), in.readNBytes(MOST + 1));
        }
      } catch (UnsupportedOperationException e) {
        throw refused(name(), "this file system does not tell who may read it", e);
      } catch (IOException e) {
        throw refused(name(), "it cannot be read", e);
      }
    }
  }

  /**
   * A command that prints the key: a vault, a key store, whatever the operator has.
   *
   * @param variable that holds it, for words to people
   * @param line for {@code /bin/sh}
   * @param patience how long it may take
   */
  record KeyCommand(String variable, String line, Duration patience) implements KeySource {

    @Override
    public String name() {
      return variable;
    }

    @Override
    public byte[] read() {
      Process process = start();
      try {
        FutureTask<byte[]> output =
            new FutureTask<>(() -> process.getInputStream().readNBytes(MOST + 1));
        Thread.ofVirtual().name("key-command").start(output);
        byte[] printed = output.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        process.getInputStream().close();
        if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
          throw late(null);
        }
        if (process.exitValue() != 0) {
          Arrays.fill(printed, (byte) 0);
          throw refused(name(), "the command ended with " + process.exitValue(), null);
        }
        return key(name(), printed);
      } catch (TimeoutException e) {
        throw late(e);
      } catch (ExecutionException | IOException e) {
        throw refused(name(), "what the command prints cannot be read", null);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw refused(name(), "the wait for the command was interrupted", e);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }

    private Process start() {
      try {
        Process process =
            new ProcessBuilder("/bin/sh", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process;
      } catch (IOException e) {
        throw refused(name(), "the command cannot be started", null);
      }
    }

    private IllegalArgumentException late(@Nullable Exception cause) {
      return refused(
          name(), "the command has not ended after " + patience.toSeconds() + " s", cause);
    }

    /** Without the command, which may hold a secret of its own. */
    @Override
    public String toString() {
      return name();
    }
  }

  /** Reads 64 hexadecimal digits, with or without {@code 0x}; wipes what it is given. */
  private static byte[] key(String name, byte[] text) {
    byte[] key = new byte[32];
    try {
      int from = 0;
      int to = text.length;
      while (from < to && text[from] <= ' ') {
        from++;
      }
      while (to > from && text[to - 1] <= ' ') {
        to--;
      }
      if (to - from == 66 && text[from] == '0' && (text[from + 1] | 0x20) == 'x') {
        from += 2;
      }
      boolean fits = to - from == 64;
      for (int i = 0; fits && i < 64; i++) {
        int digit = Character.digit(text[from + i], 16);
        fits = digit >= 0;
        key[i / 2] = (byte) (key[i / 2] << 4 | Math.max(digit, 0));
      }
      if (!fits || !LocalPaymentSigner.fits(key)) {
        Arrays.fill(key, (byte) 0);
        throw refused(
            name, "it does not give a private key: 64 hexadecimal digits are wanted", null);
      }
      return key;
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private static IllegalArgumentException refused(
      String name, String why, @Nullable Exception cause) {
    return new IllegalArgumentException(name + " cannot be used: " + why, cause);
  }
}
