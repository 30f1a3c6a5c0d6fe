package dev.tenure.sandbox.opencontract.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Around everything that OpenContract answers. */
public final class Envelope {
  private Envelope() {}

  /** {@code {"data": …, "meta": …}}. */
  @Serdeable
  public record Success<T>(T data, Meta meta) {}

  /**
   * About the answer.
   *
   * @param nextCursor of a list that goes on
   */
  @Serdeable
  public record Meta(
      String requestId,
      WireTime timestamp,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /** {@code {"error": {"code": …, "message": …}}}. */
  @Serdeable
  public record Failure(Problem error) {}

  /** What is wrong, for programs and for people. */
  @Serdeable
  public record Problem(String code, String message) {}

  public static <T> Success<T> of(T data, Instant now) {
    return page(data, now, null);
  }

  public static <T> Success<T> page(T data, Instant now, @Nullable String nextCursor) {
    String id = "req_" + UUID.randomUUID().toString().replace("-", "");
    return new Success<>(data, new Meta(id, new WireTime(now), nextCursor));
  }

  public static Failure error(String code, String message) {
    return new Failure(new Problem(code, message));
  }
}
