package dev.tenure.sandbox.opencontract.model;

import dev.tenure.sandbox.http.EnumWord;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one party of a contract has against the other (third revision); it never moves money.
 *
 * @param filedBy the address of the party
 * @param against that of its counterparty
 * @param resolvedAt null while it is pending
 */
@Serdeable
public record Complaint(
    String id,
    String contractId,
    String filedBy,
    boolean byClient,
    String against,
    JsonNode evidence,
    Status status,
    Instant filedAt,
    @Nullable Instant resolvedAt,
    @Nullable String resolutionNote) {

  /** What became of it. */
  public enum Status implements EnumWord {
    PENDING,
    UPHELD,
    REJECTED
  }

  public Complaint resolved(Status how, Instant at, @Nullable String note) {
    return new Complaint(
        id, contractId, filedBy, byClient, against, evidence, how, filedAt, at, note);
  }
}
