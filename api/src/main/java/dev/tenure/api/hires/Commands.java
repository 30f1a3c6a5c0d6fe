package dev.tenure.api.hires;

import dev.tenure.api.problem.ProblemException;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.Resolution;
import dev.tenure.workflows.hire.MilestoneCommand;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The commands to a hire, for whoever takes them in. */
@Singleton
public final class Commands {

  private final Sending sending;
  private final Resolving resolving;
  private final AddingMilestone adding;
  private final Changing changing;

  Commands(Sending sending, Resolving resolving, AddingMilestone adding, Changing changing) {
    this.sending = sending;
    this.resolving = resolving;
    this.adding = adding;
    this.changing = changing;
  }

  /**
   * Adds a milestone.
   *
   * @param body JSON, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> add(String hireId, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    AddingMilestone.Added added = adding.add(hireId, body, headers);
    return added.carried().created(added.address());
  }

  /**
   * Changes what the requester decides, merged into the hire as it stands.
   *
   * @param body a JSON merge patch, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> change(
      String hireId, byte @Nullable [] body, CommandHeaders headers) throws InterruptedException {
    return changing.change(hireId, body, headers).ok();
  }

  /**
   * Sends a command about the whole hire.
   *
   * @param name the workflow's update
   * @throws ProblemException when it was refused, or nobody answered
   */
  public HttpResponse<HireJson> whole(String hireId, String name, CommandHeaders headers) {
    CommandKey key = CommandKey.of(headers, name, "", null);
    return sending.carryOut(sending.find(hireId), name, key, headers, null).ok();
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
    HireView hire = Sending.having(sending.find(hireId), milestone);
    return sending.carryOut(hire, name, key, headers, new MilestoneCommand(milestone)).ok();
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
    return resolve(hireId, incidentId, ResolveRequest.of(resolution, marketplaceId), headers);
  }

  HttpResponse<HireJson> resolve(
      String hireId, String incidentId, ResolveRequest answer, CommandHeaders headers) {
    return resolving.resolve(hireId, incidentId, answer, headers).ok();
  }
}
