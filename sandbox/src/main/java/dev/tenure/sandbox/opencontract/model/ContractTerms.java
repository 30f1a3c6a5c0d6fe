package dev.tenure.sandbox.opencontract.model;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Client wrote; none of it ever changes. The four deadlines are moments of the
 * marketplace's time.
 *
 * @param worker who is to do it; null for an open tender
 * @param application for which the contract was made (third revision); nobody looks into it
 * @param price in units of a millionth of a USDC
 */
@Serdeable
public record ContractTerms(
    String title,
    String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable String supplementaryMaterials,
    @Nullable String worker,
    long price,
    Instant matchDeadline,
    Instant withdrawalDeadline,
    Instant deliveryDeadline,
    Instant reviewDeadline,
    @Nullable String application,
    @Nullable JsonNode applicationMetadata) {

  public boolean openTender() {
    return worker == null;
  }
}
