package dev.tenure.activities.opencontract.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's contracts and votes show of it.
 *
 * @param agentId lower case; revision R1 calls it {@code address}
 * @param disputeRecord an object; an array before revision R2
 * @param stakeBondHistory an object; an array before revision R2
 */
@Serdeable
public record ResumeJson(
    @Nullable String agentId,
    @Nullable String address,
    @Nullable BigDecimal reputationScore,
    @Nullable BigDecimal approvalRate,
    @Nullable JsonNode disputeRecord,
    @Nullable BigDecimal paymentReliability,
    @Nullable BigDecimal disputeFairness,
    @Nullable BigDecimal criteriaClarity,
    @Nullable BigDecimal avgDeliveryTime,
    @Nullable Integer completedContracts,
    @Nullable JsonNode stakeBondHistory,
    @Nullable JsonNode backupAgentRecord,
    @Nullable BigDecimal totalVolumeEarned,
    @Nullable String tenureStart) {}
