package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract. Rows of a list may lack what the contract itself shows.
 *
 * @param title absent before revision R2, and in some of its samples
 * @param initiator revision R3
 * @param application revision R3
 */
@Serdeable
public record WorkingContractJson(
    @Nullable String id,
    @Nullable String status,
    @Nullable String createdAt,
    @Nullable String client,
    @Nullable String worker,
    @Nullable String title,
    @Nullable String taskDescription,
    @Nullable List<String> acceptanceCriteria,
    @Nullable List<String> criteriaMet,
    @Nullable String supplementaryMaterials,
    @Nullable String delivery,
    @Nullable String contractType,
    @Nullable String awardMethod,
    @Nullable String budgetOrPrice,
    @Nullable String matchDeadline,
    @Nullable String withdrawalDeadline,
    @Nullable String deliveryDeadline,
    @Nullable String reviewDeadline,
    @Nullable String verificationMode,
    @Nullable List<String> backupAgents,
    @Nullable String escrowedFunds,
    @Nullable String workerStake,
    @Nullable String disputeBond,
    @Nullable String initiator,
    @Nullable String application) {}
