package dev.tenure.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tenure.cli.program.Tool;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  private final List<String> said = new ArrayList<>();
  private HttpServer server;
  private byte[] archive;

  @BeforeEach
  void serveAnArchive() throws Exception {
    var content = Files.createDirectories(folder.resolve("content"));
    Files.writeString(content.resolve("temporal"), "the program");
    var file = folder.resolve("made.tar.gz");
    var made =
        Tool.run(List.of("tar", "-czf", file.toString(), "-C", content.toString(), "temporal"));
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
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theArchiveWithTheKnownChecksumIsUnpacked() throws Exception {
    assertThat(download("/good").obtain(said::add)).contains(target().resolve("temporal"));
    assertThat(target().resolve("temporal")).hasContent("the program");
    assertThat(target().resolve("temporal.tar.gz")).doesNotExist();
  }

  @Test
  void anArchiveWithAnotherChecksumIsThrownAwayAndTheNextPlaceIsTried() throws Exception {
    assertThat(download("/changed").obtain(said::add)).isEmpty();
    assertThat(said.getLast()).contains("its checksum is", "should be", "thrown away");
    assertThat(target()).isEmptyDirectory();
    assertThat(download("/changed", "/good").obtain(said::add)).isPresent();
  }

  @Test
  void aDownloadThatFailsSaysFromWhereAndGoesOn() throws Exception {
    var nobody = new Download(target(), List.of(URI.create("http://127.0.0.1:1/none")), sum());
    assertThat(nobody.obtain(said::add)).isEmpty();
    assertThat(said).hasSize(2);
    assertThat(said.getLast()).contains("not to be had there");
  }

  @Test
  void aMachineWhoseChecksumIsNotKnownFetchesNothing() {
    var unknown = Download.official(target(), new Machine("plan9", "amd64"));
    assertThat(unknown.obtain(said::add)).isEmpty();
    assertThat(said).singleElement().asString().contains("no archive of the Temporal CLI is known");
  }

  @ParameterizedTest
  @CsvSource({"linux,amd64", "linux,arm64", "darwin,amd64", "darwin,arm64"})
  void everyMachineThatTenureRunsOnHasAChecksum(String system, String processor) {
    assertThat(Archives.sha256(new Machine(system, processor)))
        .hasValueSatisfying(sum -> assertThat(sum).matches("[0-9a-f]{64}"));
  }

  private Path target() {
    return folder.resolve("target");
  }

  private Download download(String... paths) throws Exception {
    var origin = "http://127.0.0.1:" + server.getAddress().getPort();
    var places = List.of(paths).stream().map(path -> URI.create(origin + path)).toList();
    return new Download(target(), places, sum());
  }

  private Optional<String> sum() throws Exception {
    return Optional.of(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive)));
  }
}
