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
  public HttpResponse<HireJson> add(String hireId, byte @Nullable [] body, @Nullable String key)
      throws InterruptedException {
    return adding.add(hireId, body, key).created();
  }

  /**
   * Changes what the requester decides, merged into the hire as it stands.
   *
   * @param body a JSON merge patch, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> change(String hireId, byte @Nullable [] body, @Nullable String key)
      throws InterruptedException {
    return changing.change(hireId, body, null, key).ok();
  }

  /**
   * Sends one command.
   *
   * @param name the workflow's update
   * @param target what it is about, empty for the hire itself
   * @param key makes it the same command when it is repeated
   * @throws ProblemException when it was refused, or nobody answered
   */
  public HttpResponse<HireJson> carryOut(
      String hireId, String name, String target, @Nullable String key, @Nullable Object argument) {
    CommandKey commandKey = CommandKey.of(name, target, key);
    return sending.carryOut(sending.find(hireId), name, commandKey, argument).ok();
  }

  /** Sends a command about the whole hire. */
  public HttpResponse<HireJson> whole(String hireId, String name, @Nullable String key) {
    return carryOut(hireId, name, "", key, null);
  }

  /** Sends a command about one of the hire's milestones. */
  public HttpResponse<HireJson> milestone(
      String hireId, String name, String milestone, @Nullable String key) {
    CommandKey commandKey = CommandKey.of(name, milestone, key);
    HireView hire = Sending.having(sending.find(hireId), milestone);
    return sending.carryOut(hire, name, commandKey, new MilestoneCommand(milestone)).ok();
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
      @Nullable String key) {
    return resolve(hireId, incidentId, ResolveRequest.of(resolution, marketplaceId), key);
  }

  HttpResponse<HireJson> resolve(
      String hireId, String incidentId, ResolveRequest answer, @Nullable String key) {
    return resolving.resolve(hireId, incidentId, answer, key).ok();
  }
}
