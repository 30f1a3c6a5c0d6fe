package dev.tenure.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is believed to pass on somebody else's request. */
class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.9.8.7, 192.0.2.1",
    "10.0.0.0/8, 11.9.8.7, 11.9.8.7",
    "fc00::/7, fd12::1, 192.0.2.1",
    "fc00::/7, fe80::1, fe80::1",
    "fd00::5, fd00::5, 192.0.2.1",
    "fd00::5, fd00::6, fd00::6",
    "10.0.0.0/8, fe80::1, fe80::1"
  })
  void onlyWhoStandsInATrustedNetworkIsBelieved(String trusted, String peer, String client)
      throws Exception {
    ClientAddress addresses = new ClientAddress(new ClientAddress.Settings(trusted));
    InetAddress remote = InetAddress.getByName(peer);

    InetAddress found =
        addresses.of(
            new HttpRequestWrapper<>(HttpRequest.GET("/").header("X-Forwarded-For", "192.0.2.1")) {
              @Override
              public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(remote, 0);
              }
            });

    assertThat(Objects.requireNonNull(found)).isEqualTo(InetAddress.getByName(client));
  }
}
