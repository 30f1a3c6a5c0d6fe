package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Gate;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.ConversationJson;
import dev.tenure.sandbox.wire.FreelancerJson;
import dev.tenure.sandbox.wire.InterviewJson;
import dev.tenure.sandbox.wire.JobJson;
import dev.tenure.sandbox.wire.MessageJson;
import dev.tenure.sandbox.wire.ProposalJson;
import dev.tenure.sandbox.world.ProposalStatus;
import java.util.List;
import java.util.stream.Stream;

/** Jobs, proposals, and talking with trainers. */
final class HiringCalls {
  private HiringCalls() {}

  static List<Operation> jobs() {
    return List.of(
        Operation.get(Operations.V1 + "/jobs", "Published jobs", null)
            .query("limit", Schema.whole(1, 100))
            .query("cursor", Schema.text())
            .answers(200, JobJson.Page.class),
        Operation.get(Operations.V1 + "/jobs/facets", "How many of each kind", null)
            .answers(200, JobJson.Facets.class),
        Operation.get(Operations.V1 + "/jobs/changes", "What happened to jobs", null)
            .query(new Operation.Parameter("since", Schema.text("date-time"), true))
            .answers(200, JobJson.Changes.class),
        Operation.of("post", Operations.V1 + "/job-drafts", "Draft a job", Gate.DRAFT_JOB)
            .json(Bodies.draft())
            .answers(201, JobJson.Drafted.class)
            .answers(200, JobJson.Drafted.class),
        Operation.of(
                "patch", Operations.V1 + "/job-drafts/{jobId}", "Change a draft", Gate.DRAFT_JOB)
            .json(Bodies.draft())
            .answers(200, JobJson.Drafted.class)
            .refuses(403, 404, 409),
        Operation.of(
                "post",
                Operations.V1 + "/jobs/{jobId}/publish",
                "Publish a draft",
                Gate.PUBLISH_JOB)
            .answers(200, JobJson.Published.class)
            .refuses(403, 404, 409),
        Operation.of(
                "post",
                Operations.V1 + "/jobs/{jobId}/invites",
                "Invite a trainer",
                Gate.INVITE_TO_JOB)
            .json(Bodies.jobInvite())
            .answers(201, JobJson.Invited.class)
            .answers(200, JobJson.Invited.class)
            .refuses(404, 409));
  }

  static List<Operation> proposals() {
    List<String> statuses = Stream.of(ProposalStatus.values()).map(Enum::name).toList();
    return List.of(
        Operation.get(
                Operations.V1 + "/jobs/{jobId}/proposals", "A job's proposals", Gate.READ_PROPOSALS)
            .query("status", Schema.oneOf(statuses))
            .query("limit", Schema.with(Schema.type("integer"), "minimum", 1))
            .query("cursor", Schema.text())
            .answers(200, ProposalJson.Page.class)
            .refuses(403, 404),
        Operation.get(Operations.V1 + "/proposals/{proposalId}", "A proposal", Gate.READ_PROPOSALS)
            .answers(200, ProposalJson.One.class)
            .refuses(403, 404),
        Operation.get(
                Operations.V1 + "/proposals/{proposalId}/interview",
                "Its interview",
                Gate.READ_PROPOSALS)
            .answers(200, InterviewJson.class)
            .refuses(403, 404),
        Operation.get(Operations.V1 + "/freelancers/{idOrSlug}", "A trainer", Gate.READ_PROPOSALS)
            .answers(200, FreelancerJson.class)
            .refuses(404),
        Operation.of(
                "post", Operations.V1 + "/proposals/{proposalId}/hire", "Ask to hire", Gate.HIRE)
            .json(Bodies.hire())
            .answers(202, ApprovalJson.Requested.class)
            .refuses(403, 404, 409));
  }

  static List<Operation> talk() {
    return List.of(
        Operation.of(
                "post",
                Operations.V1 + "/proposals/{proposalId}/conversation",
                "Open the thread of a proposal",
                Gate.OPEN_CONVERSATION)
            .answers(200, MessageJson.Opened.class)
            .refuses(403, 404, 409),
        Operation.get(
                Operations.V1 + "/messages", "Threads, or the messages of one", Gate.READ_MESSAGES)
            .query("conversationId", Schema.text())
            .query("filter", Schema.oneOf(List.of("all", "job", "proposal")))
            .query("unreadOnly", Schema.oneOf(List.of("true", "false", "1", "0")))
            .query("direction", Schema.oneOf(List.of("older", "newer")))
            .query("limit", Schema.whole(1, 100))
            .query("cursor", Schema.text())
            .answers(200, ConversationJson.Page.class, MessageJson.Page.class)
            .refuses(403, 404),
        Operation.of("post", Operations.V1 + "/messages", "Write", Gate.SEND_MESSAGE)
            .json(Bodies.message())
            .answers(201, MessageJson.Sent.class)
            .refuses(403, 404));
  }
}
