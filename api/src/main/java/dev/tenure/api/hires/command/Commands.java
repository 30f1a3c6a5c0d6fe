package dev.tenure.api.hires.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.opencontract.DecideApprovalCommand;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The commands to a hire that say all by their name, or by what they are about. */
@Singleton
public final class Commands {

  private final CommandSender sender;

  Commands(CommandSender sender) {
    this.sender = sender;
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
    if (!hire.openContract()) {
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
}
