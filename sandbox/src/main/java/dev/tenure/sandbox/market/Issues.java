package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Messages, invitations and the team name what is wrong in a list of issues, not in a field. */
final class Issues {
  private Issues() {}

  static <T> T in(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refusal refusal) {
      Object field = refusal.details().get("field");
      if (refusal.code() != Refusal.Code.BAD_REQUEST || field == null) {
        throw refusal;
      }
      throw Refusal.bad(
          refusal.words(),
          Map.of("issues", List.of(Map.of("path", List.of(field), "message", refusal.words()))));
    }
  }
}
