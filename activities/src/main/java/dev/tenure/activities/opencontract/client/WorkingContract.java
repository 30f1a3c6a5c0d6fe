package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.marketplace.Times;
import dev.tenure.activities.opencontract.client.json.WorkingContractJson;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract as OpenContract showed it. Values that are not known here are kept as they
 * came; an amount or an instant that cannot be read is absent.
 *
 * @param status as it came; {@link #knownStatus} where the documents know it
 * @param worker absent until {@code matched}, but for a direct award
 * @param criteriaMet one of {@code met}, {@code not met}, {@code unclear} per criterion; absent
 *     until {@code resolved}
 * @param delivery hash or address of what was delivered; absent until then
 * @param price the fixed price, in USDC
 * @param reviewDeadline when silence approves; absent in the verification mode {@code standard}
 * @param backupAgents those who voted on a dispute so far
 * @param escrowedFunds what was locked at creation; never zeroed
 * @param workerStake absent until {@code matched}; then the original amount for good
 * @param disputeBond absent unless the Client disputed the delivery
 */
public record WorkingContract(
    String id,
    String status,
    @Nullable Instant createdAt,
    @Nullable String client,
    @Nullable String worker,
    @Nullable String title,
    @Nullable String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable List<String> criteriaMet,
    @Nullable String supplementaryMaterials,
    @Nullable String delivery,
    @Nullable String contractType,
    @Nullable String awardMethod,
    @Nullable Money price,
    @Nullable Instant matchDeadline,
    @Nullable Instant withdrawalDeadline,
    @Nullable Instant deliveryDeadline,
    @Nullable Instant reviewDeadline,
    @Nullable String verificationMode,
    List<String> backupAgents,
    @Nullable Money escrowedFunds,
    @Nullable Money workerStake,
    @Nullable Money disputeBond) {

  public WorkingContract {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    criteriaMet = criteriaMet == null ? null : List.copyOf(criteriaMet);
    backupAgents = List.copyOf(backupAgents);
  }

  /** Reads it; empty without an id or a status, since nothing could be done with it. */
  static Optional<WorkingContract> of(WorkingContractJson json) {
    return json.id() == null || json.status() == null
        ? Optional.empty()
        : Optional.of(
            new WorkingContract(
                json.id(),
                json.status(),
                instant(json.createdAt()),
                json.client(),
                json.worker(),
                json.title(),
                json.taskDescription(),
                list(json.acceptanceCriteria()),
                json.criteriaMet(),
                json.supplementaryMaterials(),
                json.delivery(),
                json.contractType(),
                json.awardMethod(),
                amount(json.budgetOrPrice()),
                instant(json.matchDeadline()),
                instant(json.withdrawalDeadline()),
                instant(json.deliveryDeadline()),
                instant(json.reviewDeadline()),
                json.verificationMode(),
                list(json.backupAgents()),
                amount(json.escrowedFunds()),
                amount(json.workerStake()),
                amount(json.disputeBond())));
  }

  /** What the rules know of it. */
  public WorkingContractSnapshot snapshot() {
    return new WorkingContractSnapshot(
        id,
        status,
        createdAt,
        worker,
        title,
        acceptanceCriteria,
        criteriaMet,
        delivery,
        matchDeadline,
        withdrawalDeadline,
        deliveryDeadline,
        reviewDeadline,
        price,
        escrowedFunds,
        workerStake,
        disputeBond);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return Times.instant(text).orElse(null);
  }

  private static @Nullable Money amount(@Nullable String text) {
    return Usdc.read(text).orElse(null);
  }

  private static List<String> list(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  /** The status; empty for one that the documents do not know. */
  public Optional<WorkingContractStatus> knownStatus() {
    return WorkingContractStatus.of(status);
  }

  /** Whether nothing changes any more, also for a status that is not known here. */
  public boolean terminal() {
    return status.startsWith("settled-") || status.startsWith("cancelled-");
  }

  /**
   * The fields that the status promises and that are absent nevertheless: a row of a list, an older
   * revision, or an answer to read again. Nothing is promised by a status that is not known here.
   */
  public List<String> missing() {
    @Nullable WorkingContractStatus known = knownStatus().orElse(null);
    List<String> missing = new ArrayList<>();
    if (known == null) {
      return missing;
    }
    boolean matched =
        switch (known) {
          case CREATED, CANCELLED_BY_CLIENT, CANCELLED_UNMATCHED -> false;
          case MATCHED,
              UNDER_REVIEW,
              DISPUTED,
              RESOLVED,
              SETTLED_FULLY_MET,
              SETTLED_PARTIALLY_MET,
              SETTLED_NONE_MET,
              CANCELLED_WITHDRAWN,
              CANCELLED_ABSENT ->
              true;
        };
    boolean delivered =
        switch (known) {
          case UNDER_REVIEW,
              DISPUTED,
              RESOLVED,
              SETTLED_FULLY_MET,
              SETTLED_PARTIALLY_MET,
              SETTLED_NONE_MET ->
              true;
          case CREATED,
              MATCHED,
              CANCELLED_BY_CLIENT,
              CANCELLED_UNMATCHED,
              CANCELLED_WITHDRAWN,
              CANCELLED_ABSENT ->
              false;
        };
    boolean judged = known == WorkingContractStatus.RESOLVED || (delivered && known.terminal());
    note(missing, "worker", worker, matched);
    note(missing, "workerStake", workerStake, matched);
    note(missing, "delivery", delivery, delivered);
    note(missing, "criteriaMet", criteriaMet, judged);
    note(missing, "disputeBond", disputeBond, known == WorkingContractStatus.DISPUTED);
    note(missing, "escrowedFunds", escrowedFunds, true);
    return missing;
  }

  private static void note(
      List<String> missing, String field, @Nullable Object value, boolean promised) {
    if (promised && value == null) {
      missing.add(field);
    }
  }
}
