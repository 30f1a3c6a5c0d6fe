package dev.tenure.activities.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One canary per account and cause. */
class CircuitBreakerTest {
  private static final String HIRE = "request-hire";

  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final CircuitBreaker blocks = new CircuitBreaker(() -> now, new HeldPace(20));

  @Test
  void ofTenThousandHeldHiresOnlyOneAsksAtATime() {
    hold(10_000, IncidentCause.PAYMENT_METHOD_REQUIRED);
    pass(Duration.ofSeconds(30));

    assertThat(asking(10_000)).hasSize(1);
    pass(Duration.ofSeconds(10));
    assertThat(asking(10_000)).isEmpty();
  }

  @Test
  void theTurnPassesOnWhenTheCanaryNeverComesBack() {
    hold(3, IncidentCause.TOKEN_REJECTED);
    pass(Duration.ofSeconds(30));
    assertThat(mayAsk(0)).isTrue();
    assertThat(mayAsk(1)).isFalse();

    pass(Duration.ofSeconds(30));

    assertThat(mayAsk(1)).isTrue();
    assertThat(mayAsk(2)).isFalse();
  }

  @Test
  void aHireAloneKeepsItsOwnPace() {
    hold(1, IncidentCause.PAYMENT_METHOD_REQUIRED);
    assertThat(mayAsk(0)).isFalse();
    for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
      pass(Duration.ofSeconds(seconds));
      assertThat(mayAsk(0)).as("after %d s", seconds).isTrue();
      blocks.failed(slow(0), obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
    }
  }

  @Test
  void eachSuccessNotifiesEightOthersUntilAllAreFree() {
    hold(100, IncidentCause.PAYMENT_METHOD_REQUIRED);
    List<String> wave = blocks.succeeded(fast(0));
    assertThat(wave).hasSize(8).doesNotContain("hire-0");

    Set<String> free = new HashSet<>(wave);
    for (String notified : wave) {
      free.addAll(blocks.succeeded(new Attempt(notified, HIRE, false)));
    }
    assertThat(free).hasSize(8 + 8 * 8);
    for (String notified : List.copyOf(free)) {
      free.addAll(blocks.succeeded(new Attempt(notified, HIRE, false)));
    }
    assertThat(free).hasSize(99);
    assertThat(blocks.succeeded(fast(0))).isEmpty();
  }

  @Test
  void aNotificationThatCameTooSoonHoldsBackTheOthersAgain() {
    hold(100, IncidentCause.PAYMENT_METHOD_REQUIRED);
    blocks.succeeded(fast(0));
    assertThat(mayAsk(50)).isTrue();

    blocks.failed(fast(1), obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));

    assertThat(mayAsk(51)).isFalse();
    assertThat(mayAsk(1)).isFalse();
  }

  @Test
  void aFastTryIsNeverHeldBack() {
    hold(100, IncidentCause.TOKEN_REJECTED);

    assertThat(blocks.check(fast(7))).isEmpty();
    assertThat(blocks.check(fast(7_000))).isEmpty();
  }

  @Test
  void aSlowTryThatIsNotKnownAsksAndSoLearns() {
    assertThat(mayAsk(0)).isTrue();
    blocks.failed(slow(0), obstacle(IncidentCause.TOKEN_REJECTED));

    assertThat(mayAsk(0)).isFalse();
    assertThat(mayAsk(1)).isTrue();
  }

  @Test
  void whatIsHeldTellsTheObstacleAndManySpreadTheirRetries() {
    hold(10, IncidentCause.PAYMENT_METHOD_REQUIRED);
    CircuitBreaker.Held few = blocks.check(slow(3)).orElseThrow();
    assertThat(few.obstacle().fixUrl()).isEqualTo("https://fix");
    assertThat(few.retryAfter()).isNull();

    hold(10_000, IncidentCause.PAYMENT_METHOD_REQUIRED);
    assertThat(blocks.check(slow(3)).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofSeconds(5_000));
  }

  @Test
  void anOutageIsProbedByOneSlowCall() {
    blocks.failed(fast(0), obstacle(IncidentCause.MARKETPLACE_UNREACHABLE));
    assertThat(mayAsk(0)).isTrue();

    blocks.failed(slow(0), obstacle(IncidentCause.MARKETPLACE_UNREACHABLE));
    blocks.failed(slow(1), obstacle(IncidentCause.MARKETPLACE_UNREACHABLE));
    assertThat(mayAsk(0)).isFalse();
    assertThat(blocks.succeeded(fast(9))).containsExactly("hire-0", "hire-1");
  }

  @Test
  void tooManyCallsHoldBackTheOthersAndNobodyAsksBeforeTheWaitIsOver() {
    Duration wait = Duration.ofMinutes(5);
    Obstacle limited = obstacle(IncidentCause.RATE_LIMITED);
    blocks.failed(fast(0), limited, wait, false);
    assertThat(mayAsk(0)).isTrue();

    blocks.failed(fast(0), limited, wait, true);
    blocks.failed(slow(1), limited, wait, true);

    assertThat(asking(2)).isEmpty();
    pass(Duration.ofSeconds(299));
    assertThat(asking(2)).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(asking(2)).hasSize(1);
    assertThat(blocks.succeeded(fast(9))).containsExactly("hire-0", "hire-1");
  }

  @Test
  void anotherObstacleHandsTheTurnOnAtOnce() {
    hold(2, IncidentCause.TOKEN_REJECTED);
    pass(Duration.ofSeconds(30));
    assertThat(mayAsk(0)).isTrue();

    blocks.failed(slow(0), obstacle(IncidentCause.REQUEST_REJECTED));

    assertThat(mayAsk(1)).isTrue();
  }

  @Test
  void anotherCallsScopeDoesNotHoldThisOne() {
    blocks.failed(
        new Attempt("hire-0", "request-funding", false), obstacle(IncidentCause.SCOPE_MISSING));
    blocks.failed(fast(1), obstacle(IncidentCause.SCOPE_MISSING));

    assertThat(blocks.succeeded(fast(2))).containsExactly("hire-1");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NOT_FIT_CONFIRMATION_REQUIRED",
        "CONTRACT_RATE_MISSING",
        "REQUEST_REJECTED",
        "NOT_FOUND"
      })
  void whatConcernsOneHireHoldsNoOther(IncidentCause cause) {
    hold(10, cause);

    assertThat(asking(10)).hasSize(10);
    assertThat(blocks.succeeded(fast(0))).isEmpty();
  }

  private void hold(int hires, IncidentCause cause) {
    IntStream.range(0, hires).forEach(hire -> blocks.failed(fast(hire), obstacle(cause)));
  }

  private List<Integer> asking(int hires) {
    return IntStream.range(0, hires).filter(this::mayAsk).boxed().toList();
  }

  private boolean mayAsk(int hire) {
    return blocks.check(slow(hire)).isEmpty();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static Attempt fast(int hire) {
    return new Attempt("hire-" + hire, HIRE, false);
  }

  private static Attempt slow(int hire) {
    return new Attempt("hire-" + hire, HIRE, true);
  }

  private static Obstacle obstacle(IncidentCause cause) {
    return new Obstacle(cause, "words", "https://fix");
  }
}
