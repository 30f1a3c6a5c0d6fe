package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An HTTPS server whose certificate nobody knows, and the file that would make it known. */
final class TlsPeer implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final Path certificate;

  TlsPeer(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("peer.p12");
    this.certificate = folder.resolve("peer.pem");
    keytool(
        "-genkeypair",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-keyalg",
        "EC",
        "-alias",
        "peer",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=DNS:localhost,IP:127.0.0.1");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-alias",
        "peer",
        "-file",
        certificate.toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"tls\":true}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext("/mute", com.sun.net.httpserver.HttpExchange::close);
    server.start();
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/x");
  }

  /** Hangs up on whoever asks there, once the request was read. */
  URI mute() {
    return address().resolve("/mute");
  }

  Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
