package dev.tenure.cli.temporal;

import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.StallTimeout;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Temporal's own release archive, from the two places where Temporal publishes it. What has another
 * checksum than the archive that we know is thrown away unread.
 *
 * @param sha256 of the archive, in lower-case hexadecimal; without one nothing is fetched
 */
record Download(
    Path folder, List<URI> archives, Optional<String> sha256, ProxyVariables proxies, Limits limits)
    implements TemporalCliFinder.Source {
  private static final String ARCHIVE = "temporal.tar.gz";

  /**
   * How long a download may take.
   *
   * @param answer until the server answers
   * @param silence between two pieces
   * @param whole in all
   */
  record Limits(Duration answer, Duration silence, Duration whole) {
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(20));
  }

  /** This machine in the words of Temporal's release archives. */
  record Machine(String system, String processor) {

    /**
     * The SHA-256 of each release archive of {@link TemporalCli#PINNED}, as Temporal publishes them
     * in {@code checksums.txt} beside the archives. They stand here, so that whoever could change
     * an archive cannot change its checksum with it. With another version they all have to be
     * replaced.
     */
    private static final Map<Machine, String> SHA_256 =
        Map.of(
            new Machine("linux", "amd64"),
            "ddc95e08b0b076efd4ea9733a3f488eb7d2be875f8834e616cd2a37358b4852d",
            new Machine("linux", "arm64"),
            "bd1b0db9f18b051026de8bf6cc1505f2510f14bbb7a8b9a4a91fff46c77454f5",
            new Machine("darwin", "amd64"),
            "bbb73e2a31135abe50a1f1cdb35030c42961df618e8ce9c60ae89f201540c5d9",
            new Machine("darwin", "arm64"),
            "cca01b7ea35ad56e2a328d9ae596bf716bd22313ef63c7a761c88354457c2415");

    static Machine current() {
      var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
      var arch = System.getProperty("os.arch", "");
      return new Machine(
          name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux",
          arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "amd64");
    }

    /** The SHA-256 of its archive; nothing where none is known for it. */
    Optional<String> archiveSha256() {
      return Optional.ofNullable(SHA_256.get(this));
    }
  }

  static Download official(Path folder, Machine machine, ProxyVariables proxies) {
    var version = TemporalCli.PINNED;
    var system = machine.system();
    var processor = machine.processor();
    return new Download(
        folder,
        List.of(
            URI.create(
                "https://temporal.download/cli/archive/v%s?platform=%s&arch=%s"
                    .formatted(version, system, processor)),
            URI.create(
                "https://github.com/temporalio/cli/releases/download/v%s/temporal_cli_%s_%s_%s.tar.gz"
                    .formatted(version, version, system, processor))),
        machine.archiveSha256(),
        proxies,
        Limits.USUAL);
  }

  @Override
  public Optional<Path> obtain(Console console) {
    if (sha256.isEmpty()) {
      console.say("For this kind of machine no archive of the Temporal CLI is known");
      return Optional.empty();
    }
    for (var archive : archives) {
      console.say(
          "Downloading the Temporal CLI " + TemporalCli.PINNED + " from " + archive.getHost());
      try {
        return Optional.of(unpack(verified(fetch(archive), sha256.get())));
      } catch (IOException e) {
        console.say("  not available there: " + words(e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A refused connection comes without words of its own. */
  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Asks for the answer, and reads nothing of one that is not the archive. */
  private Path fetch(URI archive) throws IOException, InterruptedException {
    try (var http =
        proxies.client().followRedirects(Redirect.NORMAL).connectTimeout(limits.answer()).build()) {
      var request = proxies.request(archive).timeout(limits.answer()).build();
      var response = http.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body();
          var timeout = StallTimeout.of(body, limits.silence())) {
        if (response.statusCode() != 200) {
          throw new IOException("it answers " + response.statusCode());
        }
        return save(body, timeout);
      } finally {
        http.shutdownNow();
      }
    }
  }

  private Path save(InputStream body, StallTimeout timeout) throws IOException {
    var until = System.nanoTime() + limits.whole().toNanos();
    var file = Files.createDirectories(folder).resolve(ARCHIVE);
    try (var out = Files.newOutputStream(file)) {
      var part = new byte[1 << 16];
      for (int read = body.read(part); read >= 0; read = body.read(part)) {
        timeout.restart();
        out.write(part, 0, read);
        if (System.nanoTime() > until) {
          throw new IOException("it took longer than " + limits.whole().toMinutes() + " min");
        }
      }
      return file;
    } catch (IOException e) {
      throw timeout.expired()
          ? new IOException("nothing was heard for " + limits.silence().toSeconds() + " s", e)
          : e;
    }
  }

  private static Path verified(Path file, String wanted) throws IOException {
    var found = digest(file);
    if (!found.equals(wanted)) {
      throw new IOException(
          "its checksum is %s and should be %s; it is thrown away".formatted(found, wanted));
    }
    return file;
  }

  private static String digest(Path file) throws IOException {
    try (var bytes =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Path unpack(Path file) throws IOException {
    var result =
        Programs.run(List.of("tar", "-xzf", file.toString(), "-C", folder.toString(), "temporal"));
    if (!result.succeeded()) {
      throw new IOException("the archive cannot be unpacked: " + result.lastLine());
    }
    return folder.resolve("temporal");
  }
}
