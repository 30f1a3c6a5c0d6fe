package dev.tenure.workflows.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate authority of a test, made with the JDK's {@code keytool}. */
public final class TestAuthority {

  private static final String PASSWORD = "for-a-test";
  private static final Base64.Encoder PEM =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /**
   * A certificate and its key, in PEM.
   *
   * @param certificate its file
   * @param key its file, PKCS#8 without a password
   */
  public record Identity(Path certificate, Path key) {}

  private final Path folder;
  private final Path certificate;

  private TestAuthority(Path folder, String name) {
    this.folder = folder;
    keypair("ca", name, "-ext", "bc=ca:true");
    this.certificate = pem("ca").certificate();
  }

  /**
   * Makes one that nobody trusts yet.
   *
   * @param folder an empty one, where its files stay
   */
  public static TestAuthority in(Path folder, String name) {
    return new TestAuthority(folder, name);
  }

  /** Its own certificate, in PEM. */
  public Path certificate() {
    return certificate;
  }

  /** An identity that holds from now on, for {@code localhost} by default. */
  public Identity sign(String name) {
    return sign(name, "localhost", "-startdate", "-1d", "-validity", "30");
  }

  /** An identity that was good until yesterday. */
  public Identity signExpired(String name) {
    return sign(name, "localhost", "-startdate", "-30d", "-validity", "29");
  }

  /** An identity of a server that is reached by another name. */
  public Identity signFor(String name, String host) {
    return sign(name, host, "-startdate", "-1d", "-validity", "30");
  }

  private Identity sign(String name, String host, String... dates) {
    List<String> options = new ArrayList<>(List.of("-signer", "ca", "-ext", "san=dns:" + host));
    options.addAll(List.of(dates));
    keypair(name, name, options.toArray(String[]::new));
    return pem(name);
  }

  private Path store() {
    return folder.resolve("keys.p12");
  }

  private Identity pem(String alias) {
    try (InputStream in = Files.newInputStream(store())) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      Key key = keys.getKey(alias, PASSWORD.toCharArray());
      Certificate own = keys.getCertificate(alias);
      return new Identity(
          write(alias + ".crt", "CERTIFICATE", own.getEncoded()),
          write(alias + ".key", "PRIVATE KEY", key.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String file, String kind, byte[] content) throws IOException {
    String text =
        "-----BEGIN "
            + kind
            + "-----\n"
            + PEM.encodeToString(content)
            + "\n-----END "
            + kind
            + "-----\n";
    return Files.writeString(folder.resolve(file), text);
  }

  private void keypair(String alias, String name, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", alias));
    command.addAll(List.of("-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(
        List.of("-keystore", store().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of(options));
    Path output = folder.resolve("keytool.out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError("keytool failed: " + Files.readString(output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
