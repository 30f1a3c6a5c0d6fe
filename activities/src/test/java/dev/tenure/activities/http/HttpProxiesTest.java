package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, https://app.example, true",
    "https_proxy, https://app.example, true",
    "HTTPS_PROXY, http://app.example, false",
    "HTTP_PROXY, http://app.example, true",
    "ALL_PROXY, http://app.example, true",
    "all_proxy, https://app.example, true",
    "HTTP_PROXY, https://app.example, false",
    "HTTPS_PROXY, https://localhost, false",
    "HTTPS_PROXY, https://127.0.0.1:8803, false",
    "HTTPS_PROXY, https://[::1]:8803, false"
  })
  void aProxyIsForTheSchemeOfItsVariableAndNeverForThisMachine(
      String variable, String address, boolean proxied) {
    HttpProxies proxies = HttpProxies.of(Map.of(variable, "http://proxy.example:3128"));
    assertThat(proxied(proxies, address)).isEqualTo(proxied);
  }

  @ParameterizedTest
  @CsvSource({
    "app.example, false",
    ".example, false",
    "example, false",
    "*, false",
    "'other.test, APP.example', false",
    "app.example:443, false",
    "app.example:8443, true",
    "pp.example, true",
    "'', true"
  })
  void noProxyNamesHostsAndTheirDomains(String noProxy, boolean proxied) {
    HttpProxies proxies =
        HttpProxies.of(Map.of("HTTPS_PROXY", "proxy.example:3128", "NO_PROXY", noProxy));
    assertThat(proxied(proxies, "https://app.example:443")).isEqualTo(proxied);
  }

  @Test
  void withoutAVariableEverybodyIsReachedDirectly() {
    assertThat(proxied(HttpProxies.of(Map.of()), "https://app.example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://proxy:1", "socks5://proxy:1", "http://", "http://a b", "::"})
  void whatIsNoProxyIsRefusedWithoutItsPassword(String text) {
    assertThatThrownBy(() -> HttpProxies.of(Map.of("HTTPS_PROXY", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageContaining("http://HOST:PORT");
  }

  private static boolean proxied(HttpProxies proxies, String address) {
    Proxy proxy = proxies.select(URI.create(address)).getFirst();
    if (proxy.type() == Proxy.Type.DIRECT) {
      return false;
    }
    InetSocketAddress at = (InetSocketAddress) proxy.address();
    assertThat(at.getHostString() + ":" + at.getPort()).isEqualTo("proxy.example:3128");
    return true;
  }
}
