package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that nobody can answer are refused in words, never a failure of the server. */
@ExtendWith(StackExtension.class)
class WrongAddressesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "approvals | a2026-12-02T13:04:04.988Z apr_1\\0",
        "approvals | a+1000000000-12-31T23:59:59Z apr_1",
        "approvals | a-1000000000-01-01T00:00:00Z apr_1",
        "approvals | a0000-01-01T00:00:00Z apr_1",
        "approvals | a2026-12-02T13:04:04.988Z",
        "approvals | i2026-12-02T13:04:04.988Z hir_1 inc_1",
        "approvals | h12",
        "approvals | ''",
        "incidents | i2026-12-02T13:04:04.988Z hir_1\\0 inc_1",
        "incidents | i2026-12-02T13:04:04.988Z hir_1 inc_1\\0",
        "incidents | i+1000000000-12-31T23:59:59Z hir_1 inc_1",
        "incidents | i2026-12-02T13:04:04.988Z hir_1",
        "hires | h-5",
        "hires | h99999999999999999999",
        "hires | h1\\0",
        "hires | a2026-12-02T13:04:04.988Z apr_1"
      })
  void aCursorThatIsNoneOfOursIsRefused(String list, String text, Http http) {
    byte[] bytes = text.replace("\\0", "\0").getBytes(StandardCharsets.UTF_8);
    String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Answer answer = http.get("/v1/" + list + "?cursor=" + cursor);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hires/%00", "/hires/a%00b/change", "/hires/x/do/%00"})
  void aPageOfAnIdWithNulIsNotFound(String path, Http http) {
    assertThat(http.get(path, "Accept", "text/html").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hires?label=a:%00",
        "/hires?text=%00",
        "/hires?account=%00",
        "/v1/hires?label=a:%00",
        "/v1/approvals?hire=%00",
        "/v1/events?hire=%00",
        "/v1/hires/a%00b"
      })
  void aQueryWithNulIsMalformed(String path, Http http) {
    assertThat(http.get(path, "Accept", path.startsWith("/v1") ? "*/*" : "text/html").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/hires?foo=bar, foo",
    "/v1/hires?Status=active, Status",
    "/v1/approvals?state=pending, state",
    "/v1/incidents?page=2, page",
    "/v1/events?after=0, after",
    "/v1/accounts?limit=1, limit",
    "/v1/hires/hir_1?expand=all, expand",
    "/v1/hires?label=a:1&label=a:2, label",
    "/v1/events?cursor=9223372036854775807, cursor",
    "/v1/events?hire=hir_1&cursor=999999999, cursor",
    "/v1/hires?limit=1&limit=2, limit"
  })
  void aParameterThatTheOperationDoesNotTakeIsRefused(String path, String name, Http http) {
    Answer answer = http.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(name);
  }

  @Test
  void aLongAddressIsTakenAndOneThatIsTooLongIsToldToBe(Http http) {
    String label = "&label=team:" + encoded("\u4e2d".repeat(200));
    assertThat(http.get("/v1/hires?limit=1" + label + label + label).status()).isEqualTo(200);
    Answer refused = http.get("/v1/hires?limit=1&externalRef=" + "x".repeat(70_000));
    assertThat(refused.status()).isEqualTo(414);
    assertThat(refused.text("/code")).isEqualTo("address_too_long");
    Answer headers = http.get("/v1/hires", "X-Long", "x".repeat(20_000));
    assertThat(headers.status()).isEqualTo(431);
    assertThat(headers.text("/code")).isEqualTo("headers_too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01", "-0001-01-01", "2027-7-1", "999999999-01-01"})
  void aDayThatTheMarketplaceCannotHoldIsRefused(String day, Http http) {
    String body = Bodies.whole(Bodies.proposal()).replaceFirst("2027-\\d\\d-\\d\\d", day);
    assertThat(body).contains(day);
    assertThat(http.post("/v1/hires", body).text("/errors/0/code")).isEqualTo("bad_date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/hires?label=%", "/v1/hires?label=%2", "/v1/hires/%zz", "/hires?text=%"})
  void anAddressWhosePercentEncodingIsBrokenIsToldToBe(String path, Http http) throws IOException {
    String answer = RawConnection.answer(http, "GET " + path);
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("%25").doesNotContain("instance\":\"/");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/events?cursor=%EF%BC%95, cursor",
    "/v1/events?limit=%EF%BC%95, limit",
    "/v1/hires?limit=%EF%BC%95, limit",
    "/v1/hires?limit=%2B5, limit"
  })
  void aNumberIsOneOfTheDigits0To9(String path, String name, Http http) {
    Answer answer = http.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOO", "GET", "GET /v1/hires?account=a b", "GET / XTTP/1.1 x"})
  void aRequestLineThatCannotBeReadIsOfNoAddress(String line, Http http) throws IOException {
    String answer = RawConnection.answer(http, line);
    assertThat(answer).contains(" 400 ", "malformed_request").doesNotContain("instance");
  }

  @Test
  void everyHostThatARequestNamesMustBeThisMachine(Http http) throws IOException {
    for (String host : List.of("localhost", "[::1]:1", "127.0.0.1")) {
      assertThat(RawConnection.answer(http, "GET /v1/hires?limit=1", "Host: " + host))
          .startsWith("HTTP/1.1 200 ");
    }
    for (String host : List.of("evil.example", "localhost@evil.example", "")) {
      assertThat(RawConnection.answer(http, "GET /v1/hires", "Host: " + host))
          .contains("host_refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c/d", "e~f", "~1"})
  void aFieldIsNamedAsItWasSent(String name, Http http) {
    String body = Bodies.shortest("p").replaceFirst("\\{", "{\"" + name + "\":1,");
    assertThat(http.post("/v1/hires", body).text("/detail")).contains("no field " + name + " here");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
