package dev.tenure.activities.opencontract.chain.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A node's answer.
 *
 * @param result hexadecimal, where the call went well
 */
@Serdeable
public record RpcAnswerJson(@Nullable String result, @Nullable Problem error) {

  /** Why it did not. */
  @Serdeable
  public record Problem(@Nullable Integer code, @Nullable String message) {}
}
