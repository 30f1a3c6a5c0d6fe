package dev.tenure.cli.temporal;

import dev.tenure.cli.program.Tool;
import dev.tenure.cli.terminal.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Temporal's own release archive, from the two places where Temporal publishes it. What has another
 * checksum than the archive that we know is thrown away unread.
 *
 * @param sha256 of the archive, in lower-case hexadecimal; without one nothing is fetched
 */
record Download(Path folder, List<URI> archives, Optional<String> sha256) implements Source {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  static Download official(Path folder, Machine machine) {
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
        Archives.sha256(machine));
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
        console.say("  not to be had there: " + words(e));
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

  private Path fetch(URI archive) throws IOException, InterruptedException {
    var file = Files.createDirectories(folder).resolve("temporal.tar.gz");
    var request = HttpRequest.newBuilder(archive).timeout(ANSWER_WITHIN).build();
    try (var http =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(ANSWER_WITHIN)
            .build()) {
      var response = http.send(request, BodyHandlers.ofFile(file));
      if (response.statusCode() != 200) {
        throw new IOException("it answers " + response.statusCode());
      }
      return file;
    }
  }

  private static Path verified(Path file, String wanted) throws IOException {
    var found = digest(file);
    if (!found.equals(wanted)) {
      Files.delete(file);
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
        Tool.run(List.of("tar", "-xzf", file.toString(), "-C", folder.toString(), "temporal"));
    Files.delete(file);
    if (!result.succeeded()) {
      throw new IOException("the archive cannot be unpacked: " + result.lastLine());
    }
    return folder.resolve("temporal");
  }
}
