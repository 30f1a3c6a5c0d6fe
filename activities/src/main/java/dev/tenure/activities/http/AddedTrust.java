package dev.tenure.activities.http;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.ssl.SslConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates of a file beside those that the JDK trusts by itself. */
final class AddedTrust extends NettyClientSslBuilder {

  private final KeyStore trusted;

  private AddedTrust(KeyStore trusted) {
    super(new ResourceResolver());
    this.trusted = trusted;
  }

  /**
   * Reads a PEM file with one certificate or several.
   *
   * @throws IllegalArgumentException with words that name the variable where it has none
   */
  static AddedTrust of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> added =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (added.isEmpty()) {
        throw refused(file, "it holds no certificate", null);
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (X509Certificate usual : trustedByTheJdk()) {
        add(trusted, usual);
      }
      for (Certificate certificate : added) {
        add(trusted, certificate);
      }
      return new AddedTrust(trusted);
    } catch (IOException e) {
      throw refused(file, "it cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw refused(file, "it is no PEM file of certificates", e);
    }
  }

  private static X509Certificate[] trustedByTheJdk() throws GeneralSecurityException {
    TrustManagerFactory usual =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    usual.init((KeyStore) null);
    for (TrustManager manager : usual.getTrustManagers()) {
      if (manager instanceof X509TrustManager certificates) {
        return certificates.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static void add(KeyStore trusted, Certificate certificate)
      throws GeneralSecurityException {
    String alias = HexFormat.of().toHexDigits(trusted.size());
    trusted.setCertificateEntry(alias, certificate);
  }

  private static IllegalArgumentException refused(
      Path file, String why, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "%s names %s, but %s: give a PEM file of the certificates to trust"
            .formatted(HttpSettings.CA_FILE, file, why),
        cause);
  }

  @Override
  protected Optional<KeyStore> getTrustStore(SslConfiguration ssl) {
    return Optional.of(trusted);
  }
}
