package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.rules.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the token acts for. Whether the account is claimed is not said here. */
@Serdeable
public record MeJson(Actor actor, Token token, AccountRef account) {

  /** The person behind the token. */
  @Serdeable
  public record Actor(
      String userId,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String fullName,
      String userType) {}

  /** The token, without its secret. */
  @Serdeable
  public record Token(
      String id, String label, List<String> scopes, @Nullable String ownerOrganizationId) {}

  /** The account that it acts for. */
  @Serdeable
  public record AccountRef(
      String kind, String organizationId, String ownerUserId, String memberRole) {}

  public static MeJson of(Caller caller) {
    Account account = caller.account();
    AccessToken token = caller.token();
    Account.Owner owner = account.owner();
    Actor actor =
        token.owner()
            ? new Actor(
                owner.userId(),
                Account.Owner.known(owner.email()),
                Account.Owner.known(owner.firstName()),
                Account.Owner.known(owner.lastName()),
                owner.fullName(),
                "EMPLOYER")
            : new Actor("usr_member_" + token.id(), null, null, null, null, "EMPLOYER");
    return new MeJson(
        actor,
        new Token(token.id(), token.label(), token.scopes(), null),
        new AccountRef(
            "employer_organization",
            account.id(),
            owner.userId(),
            token.owner() ? "OWNER" : "MEMBER"));
  }
}
