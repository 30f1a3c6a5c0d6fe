package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An answer says what it is, not what was asked for; a body that says what it is not is refused.
 */
@ExtendWith(StackExtension.class)
class MediaTypesTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/hires, application/json; charset=latin1, application/json",
    "/v1/hires, application/json;q=0.9, application/json",
    "/v1/hires, application/json;version=2, application/json",
    "/v1/hires, */*, application/json",
    "/v1/hires, 'text/html;q=0.1, application/json;q=0.5', application/json",
    "/openapi.json, application/json;q=0.9, application/json",
    "/openapi.yaml, application/yaml;q=0.9, application/yaml",
    "/v1/audit, text/csv;q=0.9, text/csv; charset=utf-8",
    "/v1/audit, Text/CSV, text/csv; charset=utf-8",
    "/v1/audit, text/*, text/csv; charset=utf-8",
    "/v1/audit, 'text/csv;q=0, application/json', application/json",
    "/v1/audit, 'application/json;q=0.1, text/csv', text/csv; charset=utf-8",
    "/v1/audit, 'application/x-ndjson;q=0.5, text/csv;q=0.9', text/csv; charset=utf-8",
    "/v1/audit, 'text/csv;q=0.5, */*', application/json",
    "/v1/hires, application/*, application/json",
    "/v1/hires, 'text/html, application/*;q=0.1', application/json",
    "/, application/*, application/json",
    "/hires, text/*, text/html;charset=UTF-8",
    "/openapi.yaml, application/*, application/yaml",
    "/hires, text/html;q=0.9, text/html;charset=UTF-8",
    "/health/liveness, application/json;q=0.9, application/json"
  })
  void theTypeOfAnAnswerIsItsOwn(String path, String accept, String type, Http http) {
    Answer answer = http.get(path, "Accept", accept);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/hires, application/json;q=0",
    "/v1/hires, 'application/json;q=0, */*'",
    "/v1/hires, 'application/*;q=0.0, text/html'",
    "/v1/hires, text/*",
    "/v1/hires, 'application/*;q=0, */*'",
    "/, image/png",
    "/v1/events/stream, application/*",
    "/openapi.yaml, application/yaml;q=0"
  })
  void aTypeOfNoQualityIsNotServed(String path, String accept, Http http) {
    Answer refused = http.get(path, "Accept", accept);
    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.text("/code")).isEqualTo("not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/hires", "/v1/accounts", "/openapi.json", "/openapi.yaml"})
  void theHeadOfAnAnswerTellsItsType(String path, Http http) throws IOException {
    assertThat(RawConnection.answer(http, "HEAD " + path))
        .startsWith("HTTP/1.1 200 ")
        .contains("content-type: " + http.get(path).header("Content-Type") + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "", "application", "text/plain"})
  void aBodyOfAnotherTypeOrOfNoneThatCanBeReadIsRefused(String type, Http http) throws IOException {
    String answer =
        RawConnection.answer(
            http, "POST /v1/hire-plans", "Content-Type: " + type, "Content-Length: 0");
    assertThat(answer).startsWith("HTTP/1.1 415 ").contains("unsupported_media_type");
  }

  @ParameterizedTest
  @CsvSource({"/v1/events/stream, text/event-stream", "/v1/audit, text/csv", "/hires, text/html"})
  void whatTheAnswerIsIsToldToWhoDoesNotWantIt(String path, String type, Http http) {
    assertThat(http.get(path, "Accept", "image/png").text("/detail")).contains(type);
  }

  @Test
  void aBodyThatIsNotCompressedAsItSaysIsRefusedAndOneThatIsIsRead(Http http) throws IOException {
    String plan = "POST /v1/hire-plans";
    String json = "Content-Type: application/json";
    assertThat(sent(http, plan, Bodies.shortest("p"), json, "Content-Encoding: gzip"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Encoding");
    assertThat(sent(http, plan, "{}", json, "Content-Encoding: gzip")).startsWith("HTTP/1.1 400 ");
    assertThat(sent(http, plan, "{}", json, "Content-Encoding: zstd")).startsWith("HTTP/1.1 415 ");
    assertThat(sent(http, plan, "{}", json, "Content-Encoding: identity"))
        .startsWith("HTTP/1.1 422 ");
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    String text = zipped.toString(StandardCharsets.ISO_8859_1);
    assertThat(sent(http, plan, text, json, "Content-Encoding: gzip")).startsWith("HTTP/1.1 422 ");
  }

  private static String sent(Http http, String firstLine, String body, String... headers)
      throws IOException {
    String head = RawConnection.head(firstLine, headers);
    try (RawConnection connection = RawConnection.to(http)) {
      return connection
          .send(head + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body)
          .rest();
    }
  }

  @Test
  void aCommandWithoutABodyNeedsNoType(Http http) throws IOException {
    String answer = RawConnection.answer(http, "POST /v1/hires/hir_none/pause", "Content-Type: ");
    assertThat(answer).contains("hire_not_found");
  }
}
