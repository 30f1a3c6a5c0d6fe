package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.call.Failures;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.Verdict;
import dev.tenure.activities.sweep.ContractsSource;
import dev.tenure.activities.sweep.ListedContract;
import dev.tenure.activities.sweep.ListedMilestone;
import dev.tenure.activities.sweep.NoContractsException;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenTrain's contracts for the account sweep. */
public final class OpenTrainContracts implements ContractsSource {

  private final OpenTrainClient api;

  /**
   * @param api on an exchange that takes a body of thousands of contracts
   */
  public OpenTrainContracts(OpenTrainClient api) {
    this.api = api;
  }

  @Override
  public List<ListedContract> active() throws NoContractsException {
    try {
      List<ListedContract> contracts = new ArrayList<>();
      api.activeContracts(json -> contract(json).ifPresent(contracts::add));
      return contracts;
    } catch (MarketplaceException e) {
      throw none(e);
    }
  }

  @Override
  public ContractReading contract(String id) throws NoContractsException {
    try {
      return new ContractReading.Seen(api.contract(id));
    } catch (Refused e) {
      if (e.verdict() instanceof Verdict.Missing) {
        return new ContractReading.NotFound();
      }
      throw none(e);
    } catch (Unavailable e) {
      throw none(e);
    }
  }

  private static NoContractsException none(MarketplaceException e) {
    return new NoContractsException(
        String.valueOf(Failures.of(e).getOriginalMessage()),
        e,
        e instanceof Unavailable unavailable ? unavailable.retryAfter() : null);
  }

  private static Optional<ListedContract> contract(JsonNode json) {
    @Nullable String id = ForeignJson.text(json, "id");
    if (id == null) {
      return Optional.empty();
    }
    List<ListedMilestone> milestones = new ArrayList<>();
    @Nullable JsonNode list = json.get("milestones");
    if (list != null && list.isArray()) {
      list.values().forEach(milestone -> milestones.add(milestone(milestone)));
    }
    return Optional.of(
        new ListedContract(
            id,
            ForeignJson.text(json, "status"),
            ForeignJson.text(json, "proposalId"),
            milestones));
  }

  /** Whatever is odd about it is absent, and so is another one when it is mended. */
  private static ListedMilestone milestone(JsonNode json) {
    @Nullable JsonNode amount = json.get("amountUsd");
    @Nullable JsonNode number = json.get("milestoneNumber");
    @Nullable JsonNode delivered = json.get("pendingApproval");
    return new ListedMilestone(
        ForeignJson.text(json, "id"),
        ForeignJson.text(json, "status"),
        amount != null && amount.isNumber() ? new BigDecimal(amount.coerceStringValue()) : null,
        number != null && number.isNumber() ? number.getIntValue() : null,
        delivered != null && delivered.isBoolean() && delivered.getBooleanValue());
  }
}
