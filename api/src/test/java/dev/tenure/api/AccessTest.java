package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.ops.StartCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class AccessTest {

  @Test
  void withKeysEveryCallNeedsOneAndHealthNeedsNone(Stack stack) {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ci:secret-1,ops:secret:2");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      assertThat(http.get("/v1/hires").status()).isEqualTo(401);
      assertThat(http.get("/v1/hires").text("/code")).isEqualTo("unauthorized");
      assertThat(http.get("/v1/hires").header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(http.get("/v1/hires", "X-Api-Key", "wrong").status()).isEqualTo(401);
      assertThat(http.get("/v1/hires", "X-Api-Key", "secret:2").status()).isEqualTo(200);
      assertThat(http.get("/v1/hires", "Authorization", "Bearer secret-1").status()).isEqualTo(200);
      assertThat(http.get("/health/liveness").status()).isEqualTo(200);
      assertThat(http.get("/openapi.yaml").status()).isEqualTo(200);
      assertThat(http.get("/prometheus").status()).isEqualTo(200);
    }
  }

  @Test
  void anAddressThatIsNotLoopbackNeedsKeysToStart() {
    assertThat(StartCheck.objection(Map.of())).isEmpty();
    assertThat(StartCheck.objection(Map.of("TENURE_API_HOST", "127.0.0.9"))).isEmpty();
    assertThat(StartCheck.objection(Map.of("TENURE_API_HOST", "0.0.0.0")).orElseThrow())
        .contains("TENURE_API_KEYS");
    assertThat(StartCheck.objection(Map.of("TENURE_API_HOST", "0.0.0.0", "TENURE_API_KEYS", "a:b")))
        .isEmpty();
    assertThat(StartCheck.objection(Map.of("TENURE_API_KEYS", "nocolon"))).isPresent();
  }
}
