package dev.tenure.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.FakeFront;
import dev.tenure.cli.FreePorts;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ProxyVariablesTest {
  private static final String ELSEWHERE = "http://front.example.invalid:8800";

  @Test
  void aFrontElsewhereIsCalledByTheProxyWithItsAccount() {
    try (var proxy = new FakeFront()) {
      proxy.tell("GET /v1/hires", 200, "{\"items\":[]}");
      var named = proxy.url().replace("http://", "http://me:p%40ss@");
      var answer = client(ELSEWHERE, Map.of("HTTP_PROXY", named)).get("/v1/hires");
      assertThat(answer.json().path("items").isArray()).isTrue();
      assertThat(proxy.last().line()).isEqualTo("GET " + ELSEWHERE + "/v1/hires");
      assertThat(proxy.last().proxyAccount()).isEqualTo("Basic bWU6cEBzcw==");
    }
  }

  @Test
  void aFrontOnThisMachineIsCalledWithoutOne() {
    try (var front = new FakeFront()) {
      front.tell("GET /v1/hires", 200, "{}");
      client(front.url(), Map.of("HTTP_PROXY", FreePorts.NOBODY)).get("/v1/hires");
      assertThat(front.last().line()).isEqualTo("GET /v1/hires");
    }
  }

  @Test
  void aProxyThatDoesNotAnswerIsNamed() {
    var client = client(ELSEWHERE, Map.of("http_proxy", FreePorts.NOBODY));
    assertThatThrownBy(() -> client.get("/v1/hires"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("The proxy named by http_proxy does not answer")
        .hasMessageContaining("NO_PROXY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://api.example.com https_proxy=http://a:1,HTTPS_PROXY=http://b:1 a:1",
        "https://api.example.com HTTPS_PROXY=proxy:3128 proxy:3128",
        "https://api.example.com HTTPS_PROXY=http://proxy proxy:80",
        "https://api.example.com HTTP_PROXY=http://a:1 -",
        "https://api.example.com ALL_PROXY=http://a:1 a:1",
        "https://api.example.com HTTPS_PROXY=a:1,NO_PROXY=example.com -",
        "https://api.example.com HTTPS_PROXY=a:1,NO_PROXY=.example.com -",
        "https://api.example.com HTTPS_PROXY=a:1,NO_PROXY=*.example.com -",
        "https://api.example.com HTTPS_PROXY=a:1,NO_PROXY=ample.com a:1",
        "https://API.example.com HTTPS_PROXY=a:1,NO_PROXY=api.EXAMPLE.com -",
        "https://10.1.2.3:99 HTTPS_PROXY=a:1,NO_PROXY=10.1.2.3:99 -",
        "https://10.1.2.3:98 HTTPS_PROXY=a:1,NO_PROXY=10.1.2.3:99 a:1",
        "https://api.example.com HTTPS_PROXY=a:1,NO_PROXY=* -",
        "http://localhost:8800 HTTP_PROXY=a:1 -",
        "http://[::1]:8800 HTTP_PROXY=a:1 -"
      })
  void theProxyOfAnAddressIsTheOneThatItsVariablesName(
      String address, String variables, String expected) {
    var env = new HashMap<String, String>();
    for (var one : variables.split(",", -1)) {
      env.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    var found = new ProxyVariables(new Environment(env)).proxyOf(URI.create(address));
    assertThat(
            found
                .map(one -> one.address().getHostString() + ":" + one.address().getPort())
                .orElse("-"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://127.0.0.1:1080", "https://proxy:443", "http://", "http://a b"})
  void aProxyThatCannotBeUsedIsRefusedWhereItWouldBeNeeded(String named) {
    var env = Map.of("ALL_PROXY", named);
    assertThatThrownBy(() -> client(ELSEWHERE, env).get("/v1/hires"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ALL_PROXY")
        .hasMessageContaining("http://HOST:PORT");
  }

  private static FrontClient client(String origin, Map<String, String> variables) {
    return new FrontClient(
        new FrontAddress(origin, Optional.empty()), new ProxyVariables(new Environment(variables)));
  }
}
