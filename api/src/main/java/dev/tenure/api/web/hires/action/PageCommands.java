package dev.tenure.api.web.hires.action;

import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries out what a page was asked for, by the same way as the API. */
@Singleton
public final class PageCommands {

  private final Commands commands;

  PageCommands(Commands commands) {
    this.commands = commands;
  }

  /**
   * Carries it out, once for each key.
   *
   * @throws dev.tenure.api.problem.ProblemException when it was refused, or nobody answered
   */
  public void carryOut(
      String hireId, PageAction action, String key, @Nullable String marketplaceId) {
    var headers = CommandHeaders.ofKey(key);
    switch (action.kind()) {
      case RELEASE, FUND ->
          commands.milestone(hireId, action.kind().wire(), action.target(), headers);
      case DISPUTE -> commands.dispute(hireId, action.target(), headers);
      case DROP -> commands.milestone(hireId, "drop-milestone", action.target(), headers);
      case PAUSE, RESUME, END, CANCEL -> commands.whole(hireId, action.kind().wire(), headers);
      case RESOLVE ->
          commands.resolve(
              hireId,
              action.target(),
              Objects.requireNonNull(action.choice()),
              marketplaceId,
              headers);
      case ADD_MILESTONE, CHANGE -> throw new IllegalArgumentException("no page offers " + action);
    }
  }
}
