package dev.tenure.api.hires.json;

import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What only OpenContract needs to know of a milestone, and its Working Contract.
 *
 * @param supplementaryMaterials hash or address of further material
 * @param matchWithin from the creation to the match deadline; absent where deadlines are given
 * @param deliverWithin from the match deadline to the delivery deadline
 * @param reviewWithin from the delivery deadline to the review deadline
 * @param deadlines as the request gave them; those of a contract stand in it
 * @param verificationMode how a delivery is verified
 * @param workingContract absent until it is created; after a lost Worker the latest one
 */
@Serdeable
@Schema(name = "OpenContractMilestone")
public record OpenContractMilestoneJson(
    List<String> acceptanceCriteria,
    @Nullable String supplementaryMaterials,
    @Schema(example = "PT24H") @Nullable String matchWithin,
    @Schema(example = "PT168H") @Nullable String deliverWithin,
    @Schema(example = "PT72H") @Nullable String reviewWithin,
    @Nullable DeadlinesJson deadlines,
    @Schema(example = OpenContractMilestone.VERIFICATION_MODE) String verificationMode,
    @Nullable WorkingContractJson workingContract) {

  /** The four deadlines of a Working Contract. */
  @Serdeable
  @Schema(name = "Deadlines")
  public record DeadlinesJson(Instant match, Instant withdrawal, Instant delivery, Instant review) {

    static DeadlinesJson of(Deadlines given) {
      return new DeadlinesJson(given.match(), given.withdrawal(), given.delivery(), given.review());
    }
  }

  /**
   * A Working Contract as the marketplace showed it last.
   *
   * @param attempt counts the contracts of the milestone, from 1
   * @param status the marketplace's word, e.g. under-review
   * @param worker absent until an open tender is matched
   * @param delivery hash or address of what was delivered
   * @param escrowed locked at the creation
   * @param stake the Worker's; absent until matched
   * @param bond of our dispute; absent where there was none
   * @param settlement absent until it has ended
   */
  @Serdeable
  @Schema(name = "WorkingContract")
  public record WorkingContractJson(
      @Nullable String id,
      int attempt,
      String status,
      @Nullable String worker,
      List<CriterionJson> criteria,
      @Nullable String delivery,
      DeadlinesJson deadlines,
      MoneyJson escrowed,
      @Nullable MoneyJson stake,
      @Nullable MoneyJson bond,
      @Nullable SettlementJson settlement) {}

  /**
   * An acceptance criterion.
   *
   * @param outcome absent until the contract is resolved
   */
  @Serdeable
  @Schema(name = "Criterion")
  public record CriterionJson(
      String text,
      @Schema(
              type = "string",
              allowableValues = {"met", "not met", "unclear"})
          @Nullable String outcome) {}

  /**
   * Who gets what: together it is all that was paid in. Reckoned from the marketplace's rules,
   * since it tells no transfers.
   *
   * @param toWorker the price less the fee, and the stake where it goes back
   * @param toClient refund, compensation out of the stake, and the bond where it goes back
   * @param toTreasury fees, and what was slashed
   * @param fee the marketplace's part of the Worker's payment
   */
  @Serdeable
  @Schema(name = "Settlement")
  public record SettlementJson(
      MoneyJson toWorker, MoneyJson toClient, MoneyJson toTreasury, MoneyJson fee) {}

  /** Tells it; nothing for a milestone on OpenTrain. */
  public static @Nullable OpenContractMilestoneJson of(MilestoneDocument milestone) {
    OpenContractMilestone terms = milestone.openContract();
    return terms == null ? null : of(terms, milestone.milestoneId(), milestone.workingContract());
  }

  /** The same with that contract, or with none. */
  public static OpenContractMilestoneJson of(
      OpenContractMilestone terms,
      @Nullable String contractId,
      @Nullable WorkingContractDocument contract) {
    boolean given = terms.deadlines() != null;
    return new OpenContractMilestoneJson(
        terms.acceptanceCriteria(),
        terms.supplementaryMaterials(),
        given ? null : terms.matchWithin().toString(),
        given ? null : terms.deliverWithin().toString(),
        given ? null : terms.reviewWithin().toString(),
        terms.deadlines() == null ? null : DeadlinesJson.of(terms.deadlines()),
        OpenContractMilestone.VERIFICATION_MODE,
        contract == null ? null : contract(contractId, contract));
  }

  private static WorkingContractJson contract(
      @Nullable String id, WorkingContractDocument contract) {
    return new WorkingContractJson(
        id,
        contract.attempt(),
        contract.status(),
        contract.worker(),
        criteria(contract),
        contract.delivery(),
        new DeadlinesJson(
            contract.matchDeadline(),
            contract.withdrawalDeadline(),
            contract.deliveryDeadline(),
            contract.reviewDeadline()),
        MoneyJson.of(contract.escrowed()),
        MoneyJson.ofNullable(contract.stake()),
        MoneyJson.ofNullable(contract.bond()),
        settlement(contract.settlement()));
  }

  private static List<CriterionJson> criteria(WorkingContractDocument contract) {
    List<String> outcomes = contract.criteriaMet() == null ? List.of() : contract.criteriaMet();
    List<String> texts = contract.acceptanceCriteria();
    return IntStream.range(0, texts.size())
        .mapToObj(
            i -> new CriterionJson(texts.get(i), i < outcomes.size() ? outcomes.get(i) : null))
        .toList();
  }

  private static @Nullable SettlementJson settlement(
      WorkingContractDocument.@Nullable Settlement settled) {
    return settled == null
        ? null
        : new SettlementJson(
            MoneyJson.of(settled.toWorker()),
            MoneyJson.of(settled.toClient()),
            MoneyJson.of(settled.toTreasury()),
            MoneyJson.of(settled.fee()));
  }
}
