package dev.tenure.activities.opentrain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.sweep.ContractsSource;
import dev.tenure.activities.sweep.ListedContract;
import dev.tenure.activities.sweep.ListedMilestone;
import dev.tenure.lifecycle.marketplace.ContractReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenTrain's contracts for the account sweep. */
public final class OpenTrainContracts implements ContractsSource {

  private final OpenTrain api;

  /**
   * @param api on an exchange that takes a body of thousands of contracts
   */
  public OpenTrainContracts(OpenTrain api) {
    this.api = api;
  }

  @Override
  public List<ListedContract> active() throws NoContractsException {
    try {
      return api.activeContracts(OpenTrainContracts::contract);
    } catch (OpenTrainException e) {
      throw none(e);
    }
  }

  @Override
  public ContractReading contract(String id) throws NoContractsException {
    try {
      return new ContractReading.Seen(api.contract(id));
    } catch (Refused e) {
      if (Refusals.judge(e) instanceof Verdict.Missing) {
        return new ContractReading.NotFound();
      }
      throw none(e);
    } catch (Unavailable e) {
      throw none(e);
    }
  }

  private static NoContractsException none(OpenTrainException e) {
    return new NoContractsException(
        String.valueOf(Failures.of(e).getOriginalMessage()),
        e,
        e instanceof Unavailable unavailable ? unavailable.retryAfter() : null);
  }

  private static Optional<ListedContract> contract(JsonNode json) {
    @Nullable String id = text(json, "id");
    if (id == null) {
      return Optional.empty();
    }
    List<ListedMilestone> milestones = new ArrayList<>();
    json.path("milestones").forEach(milestone -> milestones.add(milestone(milestone)));
    return Optional.of(
        new ListedContract(id, text(json, "status"), text(json, "proposalId"), milestones));
  }

  /** Whatever is odd about it is absent, and so is another one when it is mended. */
  private static ListedMilestone milestone(JsonNode json) {
    JsonNode amount = json.path("amountUsd");
    JsonNode number = json.path("milestoneNumber");
    return new ListedMilestone(
        text(json, "id"),
        text(json, "status"),
        amount.isNumber() ? amount.decimalValue() : null,
        number.isInt() ? number.intValue() : null,
        json.path("pendingApproval").asBoolean(false));
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode text = json.path(field);
    return text.isTextual() && !text.textValue().isBlank() ? text.textValue() : null;
  }
}
