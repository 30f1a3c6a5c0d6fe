package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.TeamInvite;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of an account. */
@Serdeable
public record TeamJson(Organization organization, List<Member> members, List<Invite> invites) {

  /** The account itself. */
  @Serdeable
  public record Organization(
      String id, String name, String ownerUserId, @Nullable String ownerName) {}

  /** One of its people. */
  @Serdeable
  public record Member(
      String userId, String role, @Nullable String name, @Nullable String email, String joinedAt) {}

  /** One who was asked to join. */
  @Serdeable
  public record Invite(String id, String email, Instant createdAt, Instant expiresAt) {}

  /** {@code {"team": …}}. */
  @Serdeable
  public record One(TeamJson team) {}

  /** The answer to an invitation. */
  @Serdeable
  public record Invited(boolean ok, String status, String email, TeamJson team) {}

  public static TeamJson of(Account account, List<TeamInvite> invites) {
    Account.Owner owner = account.owner();
    String name = owner.fullName();
    return new TeamJson(
        new Organization(account.id(), account.name(), owner.userId(), name),
        List.of(
            new Member(
                owner.userId(),
                "OWNER",
                name,
                Account.Owner.known(owner.email()),
                "2026-01-05T09:00:00.000Z")),
        invites.stream()
            .map(
                invite ->
                    new Invite(invite.id(), invite.email(), invite.createdAt(), invite.expiresAt()))
            .toList());
  }
}
