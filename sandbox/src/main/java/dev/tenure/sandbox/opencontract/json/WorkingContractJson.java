package dev.tenure.sandbox.opencontract.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.sandbox.opencontract.model.BackupAgent;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract as every answer carries it; amounts are decimal texts in USDC. Its last three
 * fields are of the third revision and absent in the second.
 */
@Serdeable
public record WorkingContractJson(
    String id,
    String status,
    WireTime createdAt,
    String client,
    @Nullable String worker,
    String title,
    String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable List<Criterion> criteriaMet,
    @Nullable String supplementaryMaterials,
    @Nullable String delivery,
    String contractType,
    String awardMethod,
    String budgetOrPrice,
    WireTime matchDeadline,
    WireTime withdrawalDeadline,
    WireTime deliveryDeadline,
    WireTime reviewDeadline,
    String verificationMode,
    List<String> backupAgents,
    String escrowedFunds,
    @Nullable String workerStake,
    @Nullable String disputeBond,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String initiator,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(implementation = String.class, nullable = true)
        @Nullable JsonNode application,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(implementation = Object.class, nullable = true)
        @Nullable JsonNode applicationMetadata) {

  public static WorkingContractJson of(WorkingContract contract, OpenContractSettings settings) {
    ContractTerms terms = contract.terms();
    return new WorkingContractJson(
        contract.id(),
        settings.word(contract.status()),
        new WireTime(contract.createdAt()),
        contract.client(),
        contract.worker(),
        terms.title(),
        terms.taskDescription(),
        terms.acceptanceCriteria(),
        contract.criteriaMet(),
        terms.supplementaryMaterials(),
        contract.delivery(),
        "fixed",
        terms.openTender() ? "open_tender" : "direct_award",
        Usdc.text(terms.price()),
        new WireTime(terms.matchDeadline()),
        new WireTime(terms.withdrawalDeadline()),
        new WireTime(terms.deliveryDeadline()),
        new WireTime(terms.reviewDeadline()),
        "privacy-preserving",
        contract.backupAgents().stream().map(BackupAgent::address).toList(),
        Usdc.text(terms.price()),
        amount(contract.workerStake()),
        amount(contract.disputeBond()),
        settings.thirdRevision() ? "client" : null,
        settings.thirdRevision() ? text(terms.application()) : null,
        settings.thirdRevision() ? orNull(terms.applicationMetadata()) : null);
  }

  private static JsonNode text(@Nullable String text) {
    return text == null ? JsonNode.nullNode() : JsonNode.createStringNode(text);
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? JsonNode.nullNode() : node;
  }

  private static @Nullable String amount(@Nullable Long units) {
    return units == null ? null : Usdc.text(units);
  }
}
