package dev.tenure.sandbox.opentrain.rules.account;

import dev.tenure.sandbox.opentrain.model.account.TeamInvite;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The people of an account: its owner, and who was invited. */
@Singleton
public class Team {
  private static final Duration LIFE = Duration.ofDays(7);

  private final World world;

  Team(World world) {
    this.world = world;
  }

  public List<TeamInvite> invites(Caller caller) {
    return world.invites.newestFirst(one -> caller.owns(one.accountId())).toList();
  }

  /** Invites once; the word says what came of it. */
  public String invite(Caller caller, String email) {
    if (email.equalsIgnoreCase(caller.account().owner().email())) {
      return "already_member";
    }
    if (invites(caller).stream().noneMatch(known -> known.email().equalsIgnoreCase(email))) {
      String id = world.newId("tin");
      world.invites.put(
          id,
          new TeamInvite(id, caller.account().id(), email, world.now(), world.now().plus(LIFE)));
    }
    return "invite_created";
  }
}
