package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event stream, asked for whatever may be asked: it opens, or says what is wrong. */
@ExtendWith(StackExtension.class)
class StreamFuzzTest {

  private static final int ROUNDS = 40;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 20261121})
  void aStreamOpensOrIsRefusedAsDescribed(long seed, Http http)
      throws IOException, InterruptedException {
    var fuzzer = new Fuzzer(Description.HERE.schemas(), seed);
    List<Integer> statuses = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = 0; round < ROUNDS; round++) {
        String path = path(fuzzer);
        int status = status(client, http.base() + path);
        if (status != 200) {
          // Refused, it ends; and the client of the tests holds it against the description.
          assertThat(http.get(path).status()).as(path).isEqualTo(status).isLessThan(500);
        }
        statuses.add(status);
      }
      client.shutdownNow();
    }
    assertThat(statuses).contains(200, 400);
  }

  private static String path(Fuzzer fuzzer) {
    String hire = fuzzer.oneIn(2) ? "" : "&hire=" + encoded(fuzzer.text());
    String after = fuzzer.any(List.of("0", "1", fuzzer.text(), fuzzer.text()));
    return "/v1/events/stream?cursor=" + encoded(after) + hire;
  }

  private static int status(HttpClient client, String address)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 200) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        assertThat(body.read()).as("the place comes at once").isNotEqualTo(-1);
      }
    }
    return answer.statusCode();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text.replace("\ud800", "?"), StandardCharsets.UTF_8);
  }
}
