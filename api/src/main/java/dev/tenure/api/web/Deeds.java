package dev.tenure.api.web;

import dev.tenure.api.hires.Commands;
import dev.tenure.workflows.MilestoneCommand;
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
    switch (deed.kind()) {
      case RELEASE -> milestone(hireId, "release", deed.target(), key);
      case FUND -> milestone(hireId, "fund", deed.target(), key);
      case DROP -> milestone(hireId, "drop-milestone", deed.target(), key);
      case PAUSE, RESUME, END, CANCEL ->
          commands.carryOut(hireId, deed.kind().wire(), "", key, null);
      case RESOLVE ->
          commands.resolve(hireId, deed.target(), Objects.requireNonNull(deed.choice()), key);
      case ADD_MILESTONE, CHANGE -> throw new IllegalArgumentException("no page offers " + deed);
    }
  }

  private void milestone(String hireId, String update, String target, String key) {
    commands.carryOut(hireId, update, target, key, new MilestoneCommand(target));
  }
}
