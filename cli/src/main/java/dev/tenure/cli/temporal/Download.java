package dev.tenure.cli.temporal;

import dev.tenure.cli.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Temporal's own release archive, from the two places where Temporal publishes it. */
record Download(Path folder, List<URI> archives) implements Source {
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
                    .formatted(version, version, system, processor))));
  }

  @Override
  public Optional<Path> obtain(Console console) {
    for (var archive : archives) {
      console.say(
          "Downloading the Temporal CLI " + TemporalCli.PINNED + " from " + archive.getHost());
      try {
        return Optional.of(unpack(fetch(archive)));
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
