package dev.tenure.api.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

  private Instant now = Instant.parse("2026-11-01T10:00:00Z");
  private final LoginThrottle guesses = new LoginThrottle(() -> now);

  @Test
  void fiveTriesAreFreeAndEachFurtherOneWaitsTwiceAsLong() {
    for (int free = 1; free <= 5; free++) {
      assertThat(guesses.begin("a")).isEmpty();
    }
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      assertThat(guesses.begin("a")).contains(Duration.ofSeconds(seconds));
      now = now.plusSeconds(seconds);
      assertThat(guesses.begin("a")).isEmpty();
    }
  }

  @Test
  void theWaitStopsGrowing() {
    for (int tries = 0; tries < 100; tries++) {
      now = now.plus(guesses.begin("a").orElse(Duration.ZERO));
    }
    guesses.begin("a");
    assertThat(guesses.begin("a").orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(1024));
  }

  @Test
  void anotherAddressIsNotHeldUpAndARightKeyEndsTheCount() {
    for (int free = 1; free <= 5; free++) {
      guesses.begin("a");
    }
    assertThat(guesses.begin("b")).isEmpty();
    assertThat(guesses.begin("a")).isPresent();
    guesses.right("a");
    assertThat(guesses.begin("a")).isEmpty();
  }

  @Test
  void anHourWithoutATryForgetsThem() {
    for (int free = 1; free <= 5; free++) {
      guesses.begin("a");
    }
    now = now.plus(Duration.ofMinutes(61));
    assertThat(guesses.begin("a")).isEmpty();
    assertThat(guesses.begin("a")).isEmpty();
  }

  @Test
  void theAddressesOfOneNetworkOfTheSixthVersionAreOne() throws UnknownHostException {
    assertThat(source("2001:db8:1:2::1")).isEqualTo(source("2001:db8:1:2:ffff::9"));
    assertThat(source("2001:db8:1:2::1")).isNotEqualTo(source("2001:db8:1:3::1"));
    assertThat(source("192.0.2.1")).isNotEqualTo(source("192.0.2.2"));
  }

  private static String source(String address) throws UnknownHostException {
    return LoginThrottle.source(InetAddress.getByName(address), Optional.empty());
  }
}
