package dev.tenure.api.web;

import dev.tenure.api.hires.CommandHeaders;
import dev.tenure.api.hires.Commands;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries out what a page was asked for, by the same way as the API. */
@Singleton
final class Deeds {

  private final Commands commands;

  Deeds(Commands commands) {
    this.commands = commands;
  }

  /**
   * Carries it out, once for each key.
   *
   * @throws dev.tenure.api.problem.ProblemException when it was refused, or nobody answered
   */
  void carryOut(String hireId, Deed deed, String key, @Nullable String marketplaceId) {
    var headers = CommandHeaders.ofKey(key);
    switch (deed.kind()) {
      case RELEASE, FUND -> commands.milestone(hireId, deed.kind().wire(), deed.target(), headers);
      case DROP -> commands.milestone(hireId, "drop-milestone", deed.target(), headers);
      case PAUSE, RESUME, END, CANCEL -> commands.whole(hireId, deed.kind().wire(), headers);
      case RESOLVE ->
          commands.resolve(
              hireId, deed.target(), Objects.requireNonNull(deed.choice()), marketplaceId, headers);
      case ADD_MILESTONE, CHANGE -> throw new IllegalArgumentException("no page offers " + deed);
    }
  }
}
