package dev.tenure.sandbox.opencontract.rules;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opencontract.model.Complaint;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parties of a contract have against each other. */
@Singleton
public record Complaints(OpenContractWorld world, WorkingContracts contracts) {
  /** How long after the reviewDeadline one can be filed (assumed). */
  private static final Duration WINDOW = Duration.ofDays(7);

  public Complaint file(String caller, String contractId, JsonNode evidence) {
    WorkingContract contract = contracts.read(contractId);
    boolean client = contract.isClient(caller);
    if (!client && !contract.isWorker(caller)) {
      throw ApiError.forbidden("Only the Client or the Worker of the contract may do this.");
    }
    if (contract.workerStake() == null) {
      throw ApiError.conflict("The contract was never matched: there is nobody to complain of.");
    }
    if (!world.now().isBefore(contract.terms().reviewDeadline().plus(WINDOW))) {
      throw ApiError.conflict(
          "Complaints are taken until %d days after the reviewDeadline."
              .formatted(WINDOW.toDays()));
    }
    Complaint complaint =
        new Complaint(
            world.newId("complaint"),
            contractId,
            caller,
            client,
            client ? requireNonNull(contract.worker()) : contract.client(),
            evidence,
            Complaint.Status.PENDING,
            world.now(),
            null,
            null);
    world.complaints.put(complaint.id(), complaint);
    return complaint;
  }

  /** Those on a contract, the oldest first. */
  public List<Complaint> of(String contractId) {
    return world.complaints.oldestFirst(one -> one.contractId().equals(contractId)).toList();
  }

  /** What the marketplace's people say of one; they may change their minds. */
  public Complaint resolve(String id, Complaint.Status how, @Nullable String note) {
    Complaint found = world.complaints.find(id);
    if (found == null) {
      throw ApiError.missing("There is no complaint " + id + ".");
    }
    Complaint resolved = found.resolved(how, world.now(), note);
    world.complaints.put(id, resolved);
    return resolved;
  }
}
