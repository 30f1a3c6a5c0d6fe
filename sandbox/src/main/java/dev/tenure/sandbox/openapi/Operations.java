package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Gate;
import dev.tenure.sandbox.wire.AgentAuthJson;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.CapabilitiesJson;
import dev.tenure.sandbox.wire.ContractJson;
import dev.tenure.sandbox.wire.ConversationJson;
import dev.tenure.sandbox.wire.CreditsJson;
import dev.tenure.sandbox.wire.FreelancerJson;
import dev.tenure.sandbox.wire.InterviewJson;
import dev.tenure.sandbox.wire.JobJson;
import dev.tenure.sandbox.wire.MeJson;
import dev.tenure.sandbox.wire.MessageJson;
import dev.tenure.sandbox.wire.MilestoneJson;
import dev.tenure.sandbox.wire.PaymentsJson;
import dev.tenure.sandbox.wire.ProposalJson;
import dev.tenure.sandbox.wire.TeamJson;
import dev.tenure.sandbox.wire.TokenJson;
import dev.tenure.sandbox.wire.TopUpJson;
import dev.tenure.sandbox.wire.UpdatesJson;
import dev.tenure.sandbox.wire.WebhookJson;
import dev.tenure.sandbox.world.ProposalStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every call of the marketplace's API; a test holds this list to the routes. */
final class Operations {
  private static final String V1 = "/api/public/v1";
  private static final String AGENT = "/api/agent";
  private static final Map<String, Object> CURSOR = Schema.text();

  private Operations() {}

  static List<Operation> all() {
    return Stream.of(account(), jobs(), proposals(), work(), money(), talk(), news(), agents())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> account() {
    return List.of(
        Operation.get(V1 + "/auth/me", "Who calls", Gate.ME).answers(200, MeJson.class),
        Operation.get(V1 + "/job-drafts/capabilities", "What the account may do", Gate.CAPABILITIES)
            .answers(200, CapabilitiesJson.class),
        Operation.get(V1 + "/tokens", "The account's tokens", Gate.TOKENS)
            .answers(200, TokenJson.All.class),
        Operation.of("post", V1 + "/tokens", "Make a token", Gate.TOKENS)
            .json(Bodies.token())
            .answers(201, TokenJson.Made.class)
            .refuses(403, 409),
        Operation.of("delete", V1 + "/tokens/{tokenId}", "Revoke a token", Gate.TOKENS)
            .answers(200, TokenJson.One.class)
            .refuses(404),
        Operation.get(V1 + "/team", "The account's people", Gate.READ_TEAM)
            .answers(200, TeamJson.One.class),
        Operation.of("post", V1 + "/team/invites", "Invite somebody", Gate.INVITE_TO_TEAM)
            .json(Bodies.teamInvite())
            .answers(200, TeamJson.Invited.class));
  }

  private static List<Operation> jobs() {
    return List.of(
        Operation.get(V1 + "/jobs", "Published jobs", null)
            .query("limit", Schema.whole(1, 100))
            .query("cursor", CURSOR)
            .answers(200, JobJson.Page.class),
        Operation.get(V1 + "/jobs/facets", "How many of each kind", null)
            .answers(200, JobJson.Facets.class),
        Operation.get(V1 + "/jobs/changes", "What happened to jobs", null)
            .query(new Operation.Parameter("since", Schema.text("date-time"), true))
            .answers(200, JobJson.Changes.class),
        Operation.of("post", V1 + "/job-drafts", "Draft a job", Gate.DRAFT_JOB)
            .json(Bodies.draft())
            .answers(201, JobJson.Drafted.class)
            .answers(200, JobJson.Drafted.class),
        Operation.of("patch", V1 + "/job-drafts/{jobId}", "Change a draft", Gate.DRAFT_JOB)
            .json(Bodies.draft())
            .answers(200, JobJson.Drafted.class)
            .refuses(403, 404, 409),
        Operation.of("post", V1 + "/jobs/{jobId}/publish", "Publish a draft", Gate.PUBLISH_JOB)
            .answers(200, JobJson.Published.class)
            .refuses(403, 404, 409),
        Operation.of("post", V1 + "/jobs/{jobId}/invites", "Invite a trainer", Gate.INVITE_TO_JOB)
            .json(Bodies.jobInvite())
            .answers(201, JobJson.Invited.class)
            .answers(200, JobJson.Invited.class)
            .refuses(404, 409));
  }

  private static List<Operation> proposals() {
    List<String> statuses = Stream.of(ProposalStatus.values()).map(Enum::name).toList();
    return List.of(
        Operation.get(V1 + "/jobs/{jobId}/proposals", "A job's proposals", Gate.READ_PROPOSALS)
            .query("status", Schema.oneOf(statuses))
            .query("limit", Schema.whole(1, 100))
            .query("cursor", CURSOR)
            .answers(200, ProposalJson.Page.class)
            .refuses(403, 404),
        Operation.get(V1 + "/proposals/{proposalId}", "A proposal", Gate.READ_PROPOSALS)
            .answers(200, ProposalJson.One.class)
            .refuses(403, 404),
        Operation.get(
                V1 + "/proposals/{proposalId}/interview", "Its interview", Gate.READ_PROPOSALS)
            .answers(200, InterviewJson.class)
            .refuses(403, 404),
        Operation.get(V1 + "/freelancers/{idOrSlug}", "A trainer", Gate.READ_PROPOSALS)
            .answers(200, FreelancerJson.class)
            .refuses(404),
        Operation.of("post", V1 + "/proposals/{proposalId}/hire", "Ask to hire", Gate.HIRE)
            .json(Bodies.hire())
            .answers(202, ApprovalJson.Requested.class)
            .refuses(403, 404, 409));
  }

  private static List<Operation> work() {
    return List.of(
        Operation.get(V1 + "/contracts", "The account's contracts", Gate.READ_CONTRACTS)
            .query("jobId", Schema.text())
            .query("status", Schema.oneOf(List.of("active", "ended")))
            .answers(200, ContractJson.All.class)
            .refuses(403, 404),
        Operation.get(V1 + "/contracts/{contractId}", "A contract", Gate.READ_CONTRACTS)
            .answers(200, ContractJson.One.class)
            .refuses(404),
        Operation.of(
                "post",
                V1 + "/contracts/{contractId}/milestones",
                "Create a milestone, every time anew",
                Gate.CREATE_MILESTONE)
            .json(Bodies.milestone())
            .answers(201, MilestoneJson.One.class)
            .refuses(404, 409),
        Operation.of(
                "post", V1 + "/contracts/{contractId}/end", "End, or ask to", Gate.END_CONTRACT)
            .answers(200, ContractJson.Ended.class)
            .answers(202, ApprovalJson.Requested.class)
            .refuses(404, 409),
        Operation.of("post", V1 + "/milestones/{milestoneId}/fund", "Ask to fund", Gate.FUND)
            .answers(202, ApprovalJson.Requested.class)
            .refuses(404, 409),
        Operation.of(
                "post", V1 + "/milestones/{milestoneId}/approve", "Ask to release", Gate.RELEASE)
            .answers(202, ApprovalJson.Requested.class)
            .refuses(404, 409));
  }

  private static List<Operation> money() {
    return List.of(
        Operation.get(V1 + "/payments/pending", "Bills that wait", Gate.READ_PAYMENTS)
            .answers(200, PaymentsJson.class),
        Operation.get(V1 + "/credits", "The credits account", Gate.READ_CREDITS)
            .answers(200, CreditsJson.class),
        Operation.get(V1 + "/credits/ledger", "Its entries", Gate.READ_CREDITS)
            .query("limit", Schema.whole(1, 100))
            .query("cursor", CURSOR)
            .answers(200, CreditsJson.Ledger.class),
        Operation.of("post", V1 + "/credits/top-ups", "Ask for more credits", Gate.TOP_UP)
            .json(Bodies.topUp())
            .answers(201, TopUpJson.Requested.class),
        Operation.get(V1 + "/credits/top-ups/{topUpId}", "A top-up", Gate.READ_CREDITS)
            .answers(200, TopUpJson.One.class)
            .refuses(404));
  }

  private static List<Operation> talk() {
    return List.of(
        Operation.of(
                "post",
                V1 + "/proposals/{proposalId}/conversation",
                "Open the thread of a proposal",
                Gate.OPEN_CONVERSATION)
            .answers(200, MessageJson.Opened.class)
            .refuses(403, 404, 409),
        Operation.get(V1 + "/messages", "Threads, or the messages of one", Gate.READ_MESSAGES)
            .query("conversationId", Schema.text())
            .query("filter", Schema.oneOf(List.of("all", "job", "proposal")))
            .query("unreadOnly", Schema.oneOf(List.of("true", "false", "1", "0")))
            .query("direction", Schema.oneOf(List.of("older", "newer")))
            .query("limit", Schema.whole(1, 100))
            .query("cursor", CURSOR)
            .answers(200, ConversationJson.Page.class, MessageJson.Page.class)
            .refuses(403, 404),
        Operation.of("post", V1 + "/messages", "Write", Gate.SEND_MESSAGE)
            .json(Bodies.message())
            .answers(201, MessageJson.Sent.class)
            .refuses(403, 404));
  }

  private static List<Operation> news() {
    return List.of(
        Operation.get(V1 + "/approvals/{approvalId}", "An approval", Gate.READ_APPROVAL)
            .answers(200, ApprovalJson.One.class)
            .refuses(404),
        Operation.get(V1 + "/updates", "The updates feed", Gate.READ_UPDATES)
            .query("cursor", CURSOR)
            .query("limit", Schema.whole(1, 200))
            .answers(200, UpdatesJson.class),
        Operation.get(V1 + "/webhooks", "The subscriptions", Gate.WEBHOOKS)
            .answers(200, WebhookJson.All.class),
        Operation.of("post", V1 + "/webhooks", "Subscribe", Gate.WEBHOOKS)
            .json(Bodies.webhook())
            .answers(201, WebhookJson.Made.class)
            .refuses(409),
        Operation.get(V1 + "/webhooks/{webhookId}", "A subscription", Gate.WEBHOOKS)
            .answers(200, WebhookJson.One.class)
            .refuses(404),
        Operation.of("delete", V1 + "/webhooks/{webhookId}", "Unsubscribe", Gate.WEBHOOKS)
            .answers(200, WebhookJson.Deleted.class)
            .refuses(404));
  }

  private static List<Operation> agents() {
    return List.of(
        Operation.of("post", AGENT + "/identity", "Register as an agent", null)
            .json(Bodies.register())
            .answers(200, AgentAuthJson.Registered.class),
        Operation.of("post", AGENT + "/identity/claim", "Begin the claim", null)
            .json(Bodies.claim())
            .answers(200, AgentAuthJson.Claim.class),
        Operation.of("post", AGENT + "/oauth/token", "Get the token after the claim, once", null)
            .form(Bodies.exchange())
            .answers(200, AgentAuthJson.Token.class),
        Operation.of("post", AGENT + "/oauth/revoke", "Revoke a token", null)
            .form(Bodies.revoke())
            .answers(200, AgentAuthJson.Nothing.class));
  }
}
