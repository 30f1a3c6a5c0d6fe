package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /contracts}.
 *
 * @param worker for a direct award only
 * @param budgetOrPrice decimal USDC
 * @param idempotencyKey at most 200 characters; not stored as data, not returned
 */
@Serdeable
public record NewContractJson(
    String title,
    String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable String supplementaryMaterials,
    String contractType,
    String awardMethod,
    @Nullable String worker,
    String budgetOrPrice,
    String matchDeadline,
    String withdrawalDeadline,
    String deliveryDeadline,
    String reviewDeadline,
    String verificationMode,
    String idempotencyKey) {}
