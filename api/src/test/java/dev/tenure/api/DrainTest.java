package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a front ends while requests come and are under way. */
@ExtendWith(StackExtension.class)
class DrainTest {

  @Test
  void aFrontThatIsStoppedIsNotReadyFirstServesOnAndEndsKeptConnections(Stack stack) {
    try (Front front = front(stack, "3s")) {
      Http kept = front.http();
      assertThat(kept.get("/v1/hires?limit=1").header("Connection")).isNotEqualTo("close");
      CompletableFuture<Void> end = CompletableFuture.runAsync(front::close);
      Until.holds("not ready", () -> kept.get("/health/readiness").status() == 503);

      Http other = new Http(kept.base());
      for (Http http : new Http[] {kept, other, other}) {
        Answer answer = http.get("/v1/hires?limit=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Connection")).isEqualTo("close");
      }
      assertThat(other.get("/health/liveness").status()).isEqualTo(200);
      assertThat(end).isNotDone();
      end.join();
    }
  }

  @Test
  void aRequestThatIsHeldIsAnsweredByWhatIsThereWhenTheFrontIsStopped(Stack stack) {
    try (Front front = front(stack, "0s")) {
      Answer made = front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
      String self = made.text("/links/self");
      Answer paused = front.http().post(self + "/pause", "");
      assertThat(paused.status()).isEqualTo(200);
      String[] held = {"Prefer", "wait=30", "If-None-Match", paused.header("ETag")};
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(() -> front.http().get(self, held));
      Until.holds("the request is held", () -> held(front) == 1);
      long stopped = System.nanoTime();
      front.server().stop();

      assertThat(answer.join().status()).isEqualTo(304);
      assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(20));
    }
  }

  private static long held(Front front) {
    return front
        .server()
        .getApplicationContext()
        .getBeansOfType(GracefulShutdownCapable.class)
        .stream()
        .filter(bean -> bean.getClass().getSimpleName().equals("LongPoll"))
        .mapToLong(bean -> bean.reportActiveTasks().orElseThrow())
        .sum();
  }

  private static Front front(Stack stack, String drain) {
    return Front.start(stack.database(), stack.temporalPort(), Map.of("front.drain.time", drain));
  }
}
