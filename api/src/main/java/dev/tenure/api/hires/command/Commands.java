package dev.tenure.api.hires.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.request.ResolveRequest;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.Resolution;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.opencontract.DecideApprovalCommand;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The commands to a hire, for whoever takes them in. */
@Singleton
public final class Commands {

  private final RequestBodies bodies;
  private final CommandSender sender;
  private final IncidentResolutions resolutions;
  private final MilestoneAdditions additions;
  private final HireChanges changes;

  Commands(
      RequestBodies bodies,
      CommandSender sender,
      IncidentResolutions resolutions,
      MilestoneAdditions additions,
      HireChanges changes) {
    this.bodies = bodies;
    this.sender = sender;
    this.resolutions = resolutions;
    this.additions = additions;
    this.changes = changes;
  }

  /**
   * Adds a milestone.
   *
   * @param body JSON, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> add(String hireId, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    return additions.add(hireId, body, headers);
  }

  /**
   * Changes what the requester decides, merged into the hire as it stands.
   *
   * @param body a JSON merge patch, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> change(
      String hireId, byte @Nullable [] body, CommandHeaders headers) throws InterruptedException {
    return changes.change(hireId, body, headers);
  }

  /**
   * Changes the terms of a milestone, merged into it as it stands.
   *
   * @param body a JSON merge patch, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> changeMilestone(
      String hireId, String milestone, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    return changes.changeMilestone(hireId, milestone, body, headers);
  }

  /**
   * Sends a command about the whole hire.
   *
   * @param name the workflow's update
   * @throws ProblemException when it was refused, or nobody answered
   */
  public HttpResponse<HireJson> whole(String hireId, String name, CommandHeaders headers) {
    CommandKey key = CommandKey.of(headers, name, "", null);
    HireView hire = sender.find(hireId);
    sender.claim(hireId, key);
    return sender.carryOut(hire, name, key, headers, null, null);
  }

  /**
   * Sends a command about one of the hire's milestones.
   *
   * @param name the workflow's update
   * @throws ProblemException when it was refused, or nobody answered
   */
  public HttpResponse<HireJson> milestone(
      String hireId, String name, String milestone, CommandHeaders headers) {
    CommandKey key = CommandKey.of(headers, name, milestone, null);
    HireView hire = find(hireId, milestone);
    sender.claim(hireId, key);
    return sender.carryOut(hire, name, key, headers, new MilestoneCommand(milestone), null);
  }

  private HireView find(String hireId, String milestone) {
    HireView hire = sender.find(hireId);
    if (hire.milestone(milestone).isEmpty()) {
      throw Problems.noMilestone(hireId, milestone);
    }
    return hire;
  }

  /**
   * Asks for the dispute of a delivery.
   *
   * @throws ProblemException when it was refused, or nobody answered
   */
  public HttpResponse<HireJson> dispute(String hireId, String milestone, CommandHeaders headers) {
    HireView hire = find(hireId, milestone);
    if (hire.row().plan().openContract() == null) {
      throw CommandRefusals.notAllowed(
          hireId,
          "OpenTrain knows no disputes: decline the release, or end the contract.",
          hire.document().allowedActions());
    }
    return milestone(hireId, "dispute", milestone, headers);
  }

  /**
   * Decides an approval that is the engine's own.
   *
   * @param sent what makes it the same decision when it is repeated
   * @param askedAt when it was asked for
   * @return the key to repeat it with
   * @throws ProblemException when it was refused, or nobody answered
   */
  public String decideApproval(
      String hireId,
      DecideApprovalCommand command,
      Instant askedAt,
      JsonNode sent,
      CommandHeaders headers) {
    CommandKey key = CommandKey.of(headers, "decide-approval", command.approvalId(), sent);
    HireView hire = sender.find(hireId);
    sender.claim(hireId, key);
    sender.carryOut(hire, "decide-approval", key, headers, command, askedAt);
    return key.key();
  }

  /**
   * Answers an incident.
   *
   * @param marketplaceId with {@code adopt} only: what on the marketplace is ours
   * @throws ProblemException when the answer is wrong, was refused, or nobody took it up
   */
  public HttpResponse<HireJson> resolve(
      String hireId,
      String incidentId,
      Resolution resolution,
      @Nullable String marketplaceId,
      CommandHeaders headers) {
    Body<ResolveRequest> answer =
        bodies.bind(ResolveRequest.json(resolution, marketplaceId), ResolveRequest.class);
    return resolutions.resolve(hireId, incidentId, ResolveRequest.of(answer), headers);
  }

  /**
   * Answers an incident.
   *
   * @param body JSON, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody took it up
   */
  public HttpResponse<HireJson> resolve(
      String hireId, String incidentId, byte @Nullable [] body, CommandHeaders headers) {
    Body<ResolveRequest> answer = bodies.read(body, ResolveRequest.class);
    return resolutions.resolve(hireId, incidentId, ResolveRequest.of(answer), headers);
  }
}
