package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.Complaint;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A complaint; its last two fields are null while it is pending. */
@Serdeable
public record ComplaintJson(
    String id,
    String contractId,
    String filedByRole,
    @Schema(implementation = Object.class) JsonNode evidence,
    Complaint.Status status,
    WireTime filedAt,
    @Nullable WireTime resolvedAt,
    @Nullable String resolutionNote) {

  public static ComplaintJson of(Complaint complaint) {
    return new ComplaintJson(
        complaint.id(),
        complaint.contractId(),
        complaint.byClient() ? "client" : "worker",
        complaint.evidence(),
        complaint.status(),
        new WireTime(complaint.filedAt()),
        WireTime.maybe(complaint.resolvedAt()),
        complaint.resolutionNote());
  }
}
