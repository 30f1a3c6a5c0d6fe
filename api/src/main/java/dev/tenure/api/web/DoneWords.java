package dev.tenure.api.web;

import dev.tenure.model.ActionKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Says what a person has just had done. */
final class DoneWords {

  private DoneWords() {}

  static @Nullable String of(@Nullable String action) {
    return Arrays.stream(ActionKind.values())
        .filter(kind -> kind.wire().equals(action))
        .findFirst()
        .map(DoneWords::of)
        .orElse(null);
  }

  private static String of(ActionKind kind) {
    return switch (kind) {
      case RELEASE -> "The release is asked for. A person must confirm it on the marketplace.";
      case FUND -> "The funding is asked for. A person must confirm it on the marketplace.";
      case DROP -> "The milestone is dropped.";
      case PAUSE -> "The hire is paused: nothing new is asked of anybody.";
      case RESUME -> "The hire goes on.";
      case END -> "The end of the contract is under way.";
      case CANCEL -> "The hire is being cancelled.";
      case RESOLVE -> "The incident is answered.";
      case ADD_MILESTONE -> "The milestone is added.";
      case CHANGE -> "The hire is changed.";
    };
  }
}
