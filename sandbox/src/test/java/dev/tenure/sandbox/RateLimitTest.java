package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest extends SandboxTest {
  @Test
  void thereIsNoLimitByDefault() {
    for (int i = 0; i < 150; i++) {
      assertThat(market.get("/auth/me").status()).isEqualTo(200);
    }
  }

  @Test
  void eachTokenHasItsOwnCallsAMinute() {
    limit("tokenRequestsPerMinute", 3);
    for (int i = 0; i < 3; i++) {
      assertThat(market.get("/auth/me").status()).isEqualTo(200);
    }
    clock.pass(Duration.ofSeconds(20));
    Reply refused = market.get("/auth/me");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("code")).isEqualTo("RATE_LIMITED");
    assertThat(refused.header("Retry-After")).isEqualTo("40");
    assertThat(market.as("ot_pat_sandbox_member").get("/auth/me").status()).isEqualTo(200);
    assertThat(market.as("").get("/jobs").status()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(40));
    assertThat(market.get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void aRefusedCallIsNotCarriedOut() {
    limit("tokenRequestsPerMinute", 1);
    market.get("/auth/me");
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(429);
    assertThat(market.control("GET", "/audit").size("writes")).isZero();
  }

  @Test
  void callsWithoutATokenCountByAddressInEachPartsOwnShape() {
    limit("addressRequestsPerMinute", 1);
    Market nobody = market.as("");
    assertThat(nobody.get("/jobs").status()).isEqualTo(200);
    assertThat(nobody.get("/jobs").text("code")).isEqualTo("RATE_LIMITED");
    Reply register = nobody.send("POST", "/api/agent/identity", "{}");
    assertThat(register.status()).isEqualTo(429);
    assertThat(register.text("error")).isEqualTo("rate_limit_exceeded");
    assertThat(market.get("/auth/me").status()).isEqualTo(200);
  }

  private void limit(String name, int most) {
    Reply set = market.control("PUT", "/settings", "{\"%s\": %d}".formatted(name, most));
    assertThat(set.number(name)).isEqualTo(most);
  }
}
