package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads that are answered only when there is news. */
@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class ConditionalReadTest {

  private Http http;
  private String hire;

  @BeforeEach
  void make(Http http) {
    this.http = http;
    this.hire = http.post("/v1/hires", Bodies.shortest(Bodies.proposal())).text("/links/self");
  }

  @Test
  void aHireThatIsTheSameIsNotToldAgain() {
    Answer first = http.get(hire);
    String tag = first.header("ETag");
    assertThat(tag).startsWith("\"v" + first.text("/version") + "-");
    Answer same = http.get(hire, "If-None-Match", tag);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.raw().body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(http.get(hire, "If-None-Match", "\"x\", W/" + tag).status()).isEqualTo(304);
    assertThat(http.get(hire, "If-None-Match", "\"x\"").status()).isEqualTo(200);
  }

  @Test
  void aWaitEndsAsSoonAsTheHireDiffers() throws Exception {
    String tag = http.get(hire).header("ETag");
    var waiting =
        CompletableFuture.supplyAsync(
            () -> http.get(hire, "If-None-Match", tag, "Prefer", "wait=25"));
    http.post(hire + "/pause", "");
    Answer answer = waiting.get();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=25");
    assertThat(answer.json().at("/paused").asBoolean()).isTrue();
    assertThat(answer.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void aWaitWithoutNewsEndsWithItsTime() {
    String tag = http.get(hire).header("ETag");
    Answer answer = http.get(hire, "If-None-Match", tag, "Prefer", "wait=1");
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
  }

  @Test
  void aWaitForAHireThatDiffersAlreadyIsNoWait() {
    Answer answer = http.get(hire, "If-None-Match", "\"old\"", "Prefer", "wait=30");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void everyAnswerThatTellsAHireNamesItsState() {
    Answer paused = http.post(hire + "/pause", "");
    assertThat(paused.header("ETag")).isEqualTo(http.get(hire).header("ETag"));
    assertThat(http.get(hire, "If-None-Match", paused.header("ETag")).status()).isEqualTo(304);
  }
}
