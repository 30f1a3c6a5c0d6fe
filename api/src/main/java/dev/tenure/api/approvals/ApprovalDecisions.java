package dev.tenure.api.approvals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.Hires;
import dev.tenure.workflows.opencontract.DecideApprovalCommand;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads single approvals, and decides those that a marketplace leaves to this front. */
@Singleton
public final class ApprovalDecisions {

  private final Approvals approvals;
  private final Hires hires;
  private final RequestBodies bodies;
  private final Commands commands;
  private final PublicAddress address;

  ApprovalDecisions(
      Approvals approvals,
      Hires hires,
      RequestBodies bodies,
      Commands commands,
      PublicAddress address) {
    this.approvals = approvals;
    this.hires = hires;
    this.bodies = bodies;
    this.commands = commands;
    this.address = address;
  }

  /**
   * Finds an approval.
   *
   * @throws ProblemException when there is none of that id
   */
  public ApprovalView find(String id) {
    return approvals
        .find(id)
        .orElseThrow(
            () -> Problems.notFound("approval_not_found", "There is no approval " + id + "."));
  }

  /**
   * Decides an approval, on the terms that the person saw.
   *
   * @throws ProblemException when it was refused, or nobody answered
   */
  public void decide(
      HttpRequest<?> request,
      String id,
      boolean confirm,
      String termsDigest,
      @Nullable String reason,
      CommandHeaders headers) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put(
                "decision",
                confirm ? ApprovalDecisionRequest.CONFIRM : ApprovalDecisionRequest.DECLINE)
            .put("termsDigest", termsDigest)
            .put("reason", StringUtils.hasText(reason) ? reason : null);
    decide(request, id, bodies.bind(body, ApprovalDecisionRequest.class), headers);
  }

  HttpResponse<ApprovalJson> decide(HttpRequest<?> request, String id, byte @Nullable [] body) {
    return decide(
        request, id, bodies.read(body, ApprovalDecisionRequest.class), CommandHeaders.of(request));
  }

  private HttpResponse<ApprovalJson> decide(
      HttpRequest<?> request,
      String id,
      Body<ApprovalDecisionRequest> asked,
      CommandHeaders headers) {
    AuditNotes.SUBJECT.note(request, id);
    ApprovalView view = find(id);
    AuditNotes.HIRE.note(request, view.hireId());
    asked.violations().throwIfAny();
    if (view.approval().termsDigest() == null) {
      throw Problems.conflict(
          "approval_decided_elsewhere",
          "Decided on the marketplace",
          "A person confirms or declines this approval on the marketplace: "
              + view.approval().url());
    }
    ApprovalDecisionRequest decision = asked.value();
    var command =
        new DecideApprovalCommand(
            id,
            decision.confirm(),
            Objects.requireNonNull(decision.termsDigest()),
            StringUtils.hasText(decision.reason()) ? decision.reason() : null);
    String key =
        commands.decideApproval(
            view.hireId(), command, view.approval().createdAt(), asked.sent(), headers);
    return HttpResponse.ok(json(id)).header(CommandHeaders.IDEMPOTENCY_KEY, key);
  }

  /** An approval with the exact terms that it is about. */
  ApprovalJson json(String id) {
    ApprovalView view = find(id);
    return ApprovalJson.of(
        view,
        hires
            .find(view.hireId())
            .map(hire -> ApprovalTermsJson.of(view.approval(), hire))
            .orElse(null),
        address);
  }
}
