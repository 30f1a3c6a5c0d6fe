package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {

  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(20), 1_000);
  private static final HttpLimits SHORT = new HttpLimits(Duration.ofSeconds(1), 1_000);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private HttpExchange exchange = new HttpExchange(HttpSettings.DIRECT);

  @AfterEach
  void close() throws IOException {
    exchange.close();
  }

  @Test
  void aWriteIsOneHttp11RequestWithItsBodyItsHeadersAndOurName() throws Exception {
    try (RawPeer peer = RawPeer.answering(OK + "Retry-After: 7\r\nContent-Length: 2\r\n\r\n{}")) {
      HttpAnswer answer = exchange.send(post(peer.address("http")), LIMITS);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("retry-after")).isEqualTo("7");
      assertThat(answer.text()).isEqualTo("{}");
      assertThat(peer.heard()).hasSize(1);
      assertThat(peer.heard().getFirst())
          .startsWith("POST /x HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nuser-agent: Tenure/")
          .containsIgnoringCase("\r\naccept-encoding: gzip\r\n")
          .containsIgnoringCase("\r\nauthorization: Bearer t\r\n")
          .containsIgnoringCase("\r\ncontent-length: 8\r\n")
          .endsWith(
              "\r\n\r\n"
                  + new String(
                      "{\"ä\":1}".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
          .doesNotContainIgnoringCase("upgrade");
    }
  }

  @Test
  void ourNameCarriesTheVersionOfTheBuild() {
    assertThat(HttpExchange.USER_AGENT).matches("Tenure/\\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 429, 500, 503})
  void aStatusOfAnyKindIsAnAnswerWithItsBody(int status) throws Exception {
    String answer = "HTTP/1.1 " + status + " No\r\nContent-Length: 8\r\n\r\n{\"a\": 1}";
    try (RawPeer peer = RawPeer.answering(answer)) {
      HttpAnswer came = exchange.send(get(peer.address("http")), LIMITS);
      assertThat(came.status()).isEqualTo(status);
      assertThat(came.text()).isEqualTo("{\"a\": 1}");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) throws Exception {
    String answer = "HTTP/1.1 " + status + " No\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n";
    try (RawPeer peer = RawPeer.answering(answer)) {
      HttpAnswer came = exchange.send(get(peer.address("http")), LIMITS);
      assertThat(came.status()).isEqualTo(status);
      assertThat(came.header("Location")).isEqualTo("/y");
      assertThat(peer.heard()).hasSize(1);
    }
  }

  @Test
  void aCompressedAnswerIsDecodedWithinTheSameLimit() throws Exception {
    try (RawPeer peer = compressed("{\"a\":\"b\"}");
        RawPeer bomb = compressed("x".repeat(1_001))) {
      assertThat(exchange.send(get(peer.address("http")), LIMITS).text())
          .isEqualTo("{\"a\":\"b\"}");
      assertThat(failure(get(bomb.address("http")), LIMITS))
          .hasMessageContaining("longer than 1000 bytes");
    }
  }

  private static RawPeer compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return RawPeer.answering(
        OK
            + "Content-Encoding: gzip\r\nContent-Length: "
            + bytes.size()
            + "\r\n\r\n"
            + bytes.toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void writesNeverShareAConnectionAndReadsDo() throws Exception {
    try (RawPeer peer = new RawPeer(HttpExchangeTest::keepAlive)) {
      for (int i = 0; i < 3; i++) {
        exchange.send(post(peer.address("http")), LIMITS);
      }
      assertThat(peer.heard()).hasSize(3);
      for (int i = 0; i < 3; i++) {
        exchange.send(get(peer.address("http")), LIMITS);
      }
      assertThat(peer.heard()).hasSize(4);
    }
  }

  private static void keepAlive(Socket socket) throws IOException {
    do {
      RawPeer.say(socket, OK + "Content-Length: 2\r\n\r\n{}");
    } while (socket.getInputStream().read(new byte[8_192]) > 0);
  }

  @Test
  void aRefusedConnectionWasNeverSent() {
    assertNeverSent(failure(post(URI.create("http://127.0.0.1:1/x")), LIMITS));
  }

  @Test
  void aNameThatNobodyKnowsWasNeverSent() {
    assertNeverSent(failure(post(URI.create("http://nowhere.invalid/x")), LIMITS));
  }

  @Test
  void aCertificateThatIsNotTrustedWasNeverSent(@TempDir Path folder) throws Exception {
    try (TlsPeer peer = new TlsPeer(folder)) {
      NoAnswerException failure = failure(post(peer.address()), LIMITS);
      assertNeverSent(failure);
      assertThat(failure).hasMessageContaining("certification path");
    }
  }

  @Test
  void anEncryptedCallThatGetsNoAnswerMayHaveArrived(@TempDir Path folder) throws Exception {
    try (TlsPeer peer = new TlsPeer(folder)) {
      use(HttpSettings.of(Map.of("TENURE_CA_FILE", peer.certificate().toString())));
      assertThat(failure(post(peer.mute()), LIMITS).mayHaveArrived()).isTrue();
    }
  }

  @Test
  void aPeerThatDoesNotSpeakTlsWasNeverSentTheCall() throws Exception {
    try (RawPeer peer = RawPeer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertNeverSent(failure(post(peer.address("https")), LIMITS));
      assertThat(peer.heard()).noneMatch(text -> text.contains("POST"));
    }
  }

  @Test
  void aPeerThatClosesDuringTheTlsHandshakeWasNeverSentTheCall() throws Exception {
    try (RawPeer peer = new RawPeer(Socket::close)) {
      assertNeverSent(failure(post(peer.address("https")), LIMITS));
    }
  }

  @Test
  void aProxyThatRefusesTheTunnelWasNeverSentTheCall() throws Exception {
    try (RawPeer proxy = RawPeer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
      use(through(proxy.port()));
      NoAnswerException failure = failure(post(URI.create("https://app.example/x")), LIMITS);
      assertNeverSent(failure);
      assertThat(failure).hasMessageContaining("403");
      assertThat(proxy.heard().getFirst()).startsWith("CONNECT app.example:443 HTTP/1.1\r\n");
    }
  }

  @Test
  void aProxyThatIsNotThereWasNeverSentTheCall() throws Exception {
    use(through(1));
    assertNeverSent(failure(post(URI.create("https://app.example/x")), LIMITS));
  }

  @Test
  void aCallGoesThroughTheTunnelOfAProxyWithItsUser() throws Exception {
    try (RawPeer proxy = new RawPeer(HttpExchangeTest::tunnel)) {
      String address = "http://me:p%40ss@127.0.0.1:" + proxy.port();
      use(HttpSettings.of(Map.of("HTTP_PROXY", address)));
      HttpAnswer answer = exchange.send(get(URI.create("http://app.example/x")), LIMITS);
      assertThat(answer.text()).isEqualTo("{}");
      assertThat(proxy.heard().getFirst())
          .startsWith("CONNECT app.example:80 HTTP/1.1\r\n")
          .containsIgnoringCase("proxy-authorization: Basic bWU6cEBzcw==");
    }
  }

  private static void tunnel(Socket socket) throws IOException {
    RawPeer.say(socket, "HTTP/1.1 200 Tunnel\r\n\r\n");
    assertThat(socket.getInputStream().read(new byte[8_192])).isPositive();
    RawPeer.say(socket, OK + "Content-Length: 2\r\n\r\n{}");
    socket.close();
  }

  @Test
  void aCertificateAuthorityOfOnesOwnIsTrustedWithoutTheProxyOfOthers(@TempDir Path folder)
      throws Exception {
    try (TlsPeer peer = new TlsPeer(folder)) {
      use(
          HttpSettings.of(
              Map.of(
                  "TENURE_CA_FILE",
                  peer.certificate().toString(),
                  "HTTPS_PROXY",
                  "http://127.0.0.1:1")));
      assertThat(exchange.send(post(peer.address()), LIMITS).text()).isEqualTo("{\"tls\":true}");
    }
  }

  @Test
  void aFileWithoutCertificatesIsRefusedInWords(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    for (Path wrong : new Path[] {file, folder.resolve("missing.pem")}) {
      Map<String, String> environment = Map.of("TENURE_CA_FILE", wrong.toString());
      assertThatThrownBy(() -> HttpSettings.of(environment))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("TENURE_CA_FILE names " + wrong)
          .hasMessageContaining("give a PEM file");
    }
  }

  @Test
  void aConnectionThatIsResetAfterTheRequestMayHaveArrivedAndIsNotRepeated() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (RawPeer peer =
        new RawPeer(
            socket -> {
              connections.incrementAndGet();
              socket.setSoLinger(true, 0);
              socket.close();
            })) {
      assertThat(failure(post(peer.address("http")), LIMITS).mayHaveArrived()).isTrue();
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void anAnswerCutInItsBodyMayHaveArrived() throws Exception {
    try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 100\r\n\r\n{\"a\":")) {
      assertThat(failure(post(peer.address("http")), LIMITS).mayHaveArrived()).isTrue();
    }
  }

  @Test
  void aBodyAboveTheLimitIsNotTaken() throws Exception {
    String body = "x".repeat(1_001);
    try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 1001\r\n\r\n" + body)) {
      NoAnswerException failure = failure(get(peer.address("http")), LIMITS);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(failure).hasMessageContaining("longer than 1000 bytes");
    }
  }

  @Test
  void aSilentPeerIsGivenUpAndMayHaveReceivedTheCall() throws Exception {
    try (RawPeer peer = new RawPeer(socket -> {})) {
      NoAnswerException failure = failure(post(peer.address("http")), SHORT);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(failure).hasMessageContaining("no whole answer within PT1S");
    }
  }

  @Test
  void aBodyThatStallsIsCutAtTheDeadlineOfTheWholeExchange() throws Exception {
    try (RawPeer peer =
        new RawPeer(socket -> RawPeer.say(socket, OK + "Content-Length: 100\r\n\r\n{\"a\":"))) {
      assertThat(failure(get(peer.address("http")), SHORT))
          .hasMessageContaining("no whole answer within PT1S");
    }
  }

  @Test
  void aBodyThatComesByteByByteIsCutAtTheDeadlineAndItsConnectionClosed() throws Exception {
    AtomicBoolean hungUp = new AtomicBoolean();
    try (RawPeer peer =
        new RawPeer(
            socket -> {
              RawPeer.say(socket, OK + "Content-Length: 100000\r\n\r\n");
              socket.setSoTimeout(20);
              while (!hungUp.get()) {
                RawPeer.say(socket, "x");
                hungUp.set(closed(socket));
              }
            })) {
      assertThat(failure(get(peer.address("http")), SHORT))
          .hasMessageContaining("no whole answer within PT1S");
      Eventually.holds(() -> assertThat(hungUp).isTrue());
    }
  }

  private static boolean closed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void oneExchangeThatHangsHoldsUpNoOther() throws Exception {
    try (RawPeer silent = new RawPeer(socket -> {});
        RawPeer quick = RawPeer.answering(OK + "Content-Length: 2\r\n\r\n{}")) {
      for (int i = 0; i < 8; i++) {
        Thread.ofVirtual().start(() -> failure(post(silent.address("http")), LIMITS));
      }
      Eventually.holds(() -> assertThat(silent.heard()).hasSize(8));
      assertThat(exchange.send(post(quick.address("http")), SHORT).text()).isEqualTo("{}");
    }
  }

  private static void assertNeverSent(NoAnswerException failure) {
    assertThat(failure.mayHaveArrived()).as("%s", failure).isFalse();
  }

  private void use(HttpSettings settings) throws IOException {
    exchange.close();
    exchange = new HttpExchange(settings);
  }

  private static HttpSettings through(int port) {
    return HttpSettings.of(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + port));
  }

  private NoAnswerException failure(HttpCall call, HttpLimits limits) {
    return catchThrowableOfType(NoAnswerException.class, () -> exchange.send(call, limits));
  }

  private static HttpCall get(URI address) {
    return new HttpCall("GET", address, Map.of(), null);
  }

  private static HttpCall post(URI address) {
    return new HttpCall(
        "POST",
        address,
        Map.of("Authorization", "Bearer t", "Content-Type", "application/json"),
        "{\"ä\":1}");
  }
}
