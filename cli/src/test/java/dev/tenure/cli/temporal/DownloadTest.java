package dev.tenure.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.program.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(300)
@SuppressWarnings("NullAway.Init")
class DownloadTest {
  @TempDir Path folder;

  private static final Download.Limits SHORT =
      new Download.Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<String> said = new ArrayList<>();
  private HttpServer server;
  private byte[] archive;

  @BeforeEach
  void serveAnArchive() throws Exception {
    var content = Files.createDirectories(folder.resolve("content"));
    Files.writeString(content.resolve("temporal"), "the program");
    var file = folder.resolve("made.tar.gz");
    var made =
        Programs.run(List.of("tar", "-czf", file.toString(), "-C", content.toString(), "temporal"));
    assertThat(made.succeeded()).as(made.output()).isTrue();
    archive = Files.readAllBytes(file);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/good",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.createContext(
        "/changed",
        exchange -> {
          exchange.sendResponseHeaders(200, 3);
          exchange.getResponseBody().write(new byte[] {1, 2, 3});
          exchange.close();
        });
    server.createContext(
        "/none",
        exchange -> {
          exchange.sendResponseHeaders(404, 3);
          exchange.getResponseBody().write("no.".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.createContext(
        "/stalls",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive, 0, 10);
          exchange.getResponseBody().flush();
          awaitTheEnd();
        });
    server.createContext("/silent", exchange -> awaitTheEnd());
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private void awaitTheEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
  }

  @Test
  void theArchiveWithTheKnownChecksumIsUnpacked() throws Exception {
    assertThat(download("/good").obtain(said::add)).contains(target().resolve("temporal"));
    assertThat(target().resolve("temporal")).hasContent("the program");
  }

  @Test
  void anArchiveWithAnotherChecksumIsThrownAwayAndTheNextPlaceIsTried() throws Exception {
    assertThat(download("/changed").obtain(said::add)).isEmpty();
    assertThat(said.getLast()).contains("its checksum is", "should be", "thrown away");
    assertThat(download("/changed", "/good").obtain(said::add)).isPresent();
  }

  @Test
  void aDownloadThatFailsSaysFromWhereAndGoesOn() throws Exception {
    var nobody = download(URI.create("http://127.0.0.1:1/none"));
    assertThat(nobody.obtain(said::add)).isEmpty();
    assertThat(said).hasSize(2);
    assertThat(said.getLast()).contains("not available there");
  }

  @Test
  void aRefusalWithABodyLeavesNothingBehindThatHindersTheNextSource() throws Exception {
    var program = folder.resolve("built");
    Files.writeString(program, "#!/bin/sh\necho 'temporal version 1.5.1 (Server 1.29.1, UI 2)'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    TemporalCliFinder.Source builds =
        console -> {
          try {
            return Optional.of(Files.copy(program, target().resolve("temporal")));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    Files.createDirectories(target());
    var cache = folder.resolve("cache");
    var finder =
        new TemporalCliFinder(new Environment(Map.of("TENURE_CACHE", cache.toString())), said::add);
    var found = finder.fetched(target(), List.of(download("/none", "/none"), builds));
    assertThat(said).filteredOn(words -> words.contains("it answers 404")).hasSize(2);
    assertThat(found.orElseThrow().program()).isExecutable().startsWith(cache);
    assertThat(target()).doesNotExist();
  }

  @Test
  void aDownloadThatStallsIsCutAndTheNextPlaceIsTried() throws Exception {
    assertThat(download("/stalls", "/good").obtain(said::add)).isPresent();
    assertThat(said).anyMatch(words -> words.contains("nothing was heard for 1 s"));
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    assertThat(download("/silent").obtain(said::add)).isEmpty();
    assertThat(said.getLast()).contains("not available there");
  }

  @Test
  void theArchiveComesByTheProxyThatIsNamed() throws Exception {
    var env = new Environment(Map.of("HTTP_PROXY", origin()));
    var archive = URI.create("http://archives.example.invalid/good");
    var download = new Download(target(), List.of(archive), sum(), new ProxyVariables(env), SHORT);
    assertThat(download.obtain(said::add)).as("%s", said).isPresent();
  }

  @Test
  void aMachineWhoseChecksumIsNotKnownFetchesNothing() {
    var unknown =
        Download.official(target(), new Download.Machine("plan9", "amd64"), ProxyVariables.none());
    assertThat(unknown.obtain(said::add)).isEmpty();
    assertThat(said).singleElement().asString().contains("no archive of the Temporal CLI is known");
  }

  @ParameterizedTest
  @CsvSource({"linux,amd64", "linux,arm64", "darwin,amd64", "darwin,arm64"})
  void everyMachineThatTenureRunsOnHasAChecksum(String system, String processor) {
    assertThat(new Download.Machine(system, processor).archiveSha256())
        .hasValueSatisfying(sum -> assertThat(sum).matches("[0-9a-f]{64}"));
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Path target() {
    return folder.resolve("target");
  }

  private Download download(String... paths) throws Exception {
    var places = List.of(paths).stream().map(path -> URI.create(origin() + path)).toList();
    return download(places.toArray(URI[]::new));
  }

  private Download download(URI... places) throws Exception {
    return new Download(target(), List.of(places), sum(), ProxyVariables.none(), SHORT);
  }

  private Optional<String> sum() throws Exception {
    return Optional.of(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive)));
  }
}
