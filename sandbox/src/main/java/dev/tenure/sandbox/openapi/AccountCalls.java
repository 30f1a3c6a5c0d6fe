package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Gate;
import dev.tenure.sandbox.wire.AgentAuthJson;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.CapabilitiesJson;
import dev.tenure.sandbox.wire.MeJson;
import dev.tenure.sandbox.wire.TeamJson;
import dev.tenure.sandbox.wire.TokenJson;
import dev.tenure.sandbox.wire.UpdatesJson;
import dev.tenure.sandbox.wire.WebhookJson;
import java.util.List;

/** The account itself, its agents and what it hears. */
final class AccountCalls {
  private AccountCalls() {}

  static List<Operation> account() {
    return List.of(
        Operation.get(Operations.V1 + "/auth/me", "Who calls", Gate.ME).answers(200, MeJson.class),
        Operation.get(
                Operations.V1 + "/job-drafts/capabilities",
                "What the account may do",
                Gate.CAPABILITIES)
            .answers(200, CapabilitiesJson.class),
        Operation.get(Operations.V1 + "/tokens", "The account's tokens", Gate.TOKENS)
            .answers(200, TokenJson.All.class),
        Operation.of("post", Operations.V1 + "/tokens", "Make a token", Gate.TOKENS)
            .json(Bodies.token())
            .answers(201, TokenJson.Made.class)
            .refuses(403, 409),
        Operation.of("delete", Operations.V1 + "/tokens/{tokenId}", "Revoke a token", Gate.TOKENS)
            .answers(200, TokenJson.One.class)
            .refuses(404),
        Operation.get(Operations.V1 + "/team", "The account's people", Gate.READ_TEAM)
            .answers(200, TeamJson.One.class),
        Operation.of(
                "post", Operations.V1 + "/team/invites", "Invite somebody", Gate.INVITE_TO_TEAM)
            .json(Bodies.teamInvite())
            .answers(200, TeamJson.Invited.class));
  }

  static List<Operation> agents() {
    return List.of(
        Operation.of("post", Operations.AGENT + "/identity", "Register as an agent", null)
            .json(Bodies.register())
            .answers(200, AgentAuthJson.Registered.class),
        Operation.of("post", Operations.AGENT + "/identity/claim", "Begin the claim", null)
            .json(Bodies.claim())
            .answers(200, AgentAuthJson.Claim.class),
        Operation.of(
                "post",
                Operations.AGENT + "/oauth/token",
                "Get the token after the claim, once",
                null)
            .form(Bodies.exchange())
            .answers(200, AgentAuthJson.Token.class),
        Operation.of("post", Operations.AGENT + "/oauth/revoke", "Revoke a token", null)
            .form(Bodies.revoke())
            .answers(200, AgentAuthJson.Nothing.class));
  }

  static List<Operation> news() {
    return List.of(
        Operation.get(Operations.V1 + "/approvals/{approvalId}", "An approval", Gate.READ_APPROVAL)
            .answers(200, ApprovalJson.One.class)
            .refuses(404),
        Operation.get(Operations.V1 + "/updates", "The updates feed", Gate.READ_UPDATES)
            .query("cursor", Schema.shaped("^[0-9]{0,18}$"))
            .query("limit", Schema.whole(1, 200))
            .answers(200, UpdatesJson.class),
        Operation.get(Operations.V1 + "/webhooks", "The subscriptions", Gate.WEBHOOKS)
            .answers(200, WebhookJson.All.class),
        Operation.of("post", Operations.V1 + "/webhooks", "Subscribe", Gate.WEBHOOKS)
            .json(Bodies.webhook())
            .answers(201, WebhookJson.Made.class)
            .refuses(409),
        Operation.get(Operations.V1 + "/webhooks/{webhookId}", "A subscription", Gate.WEBHOOKS)
            .answers(200, WebhookJson.One.class)
            .refuses(404),
        Operation.of(
                "delete", Operations.V1 + "/webhooks/{webhookId}", "Unsubscribe", Gate.WEBHOOKS)
            .answers(200, WebhookJson.Deleted.class)
            .refuses(404));
  }
}
