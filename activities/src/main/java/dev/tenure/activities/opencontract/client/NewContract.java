package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.opencontract.client.json.NewContractJson;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.model.plan.TextLength;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract to create: fixed price, reviewed by the Client, as that is all that
 * OpenContract offers today.
 *
 * @param title holds {@code key}, since nothing else of ours comes back and a lost creation is
 *     found by it
 * @param worker for a direct award; absent for an open tender
 * @param price in USDC, above zero
 * @param key unique to this creation, at most 200 characters; also the {@code idempotencyKey}
 */
public record NewContract(
    String title,
    String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable String supplementaryMaterials,
    @Nullable Address worker,
    Money price,
    Instant matchDeadline,
    Instant withdrawalDeadline,
    Instant deliveryDeadline,
    Instant reviewDeadline,
    String key) {

  /**
   * Checks what OpenContract would refuse.
   *
   * @throws IllegalArgumentException with words that name the field
   */
  public NewContract {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    demand(!key.isBlank() && key.length() <= 200, "key", "give 1 to 200 characters");
    demand(title.contains(key), "title", "it must hold the key " + key);
    demand(
        TextLength.of(title) <= Assumptions.LONGEST_TITLE,
        "title",
        "give at most " + Assumptions.LONGEST_TITLE + " characters");
    demand(
        !acceptanceCriteria.isEmpty() && acceptanceCriteria.size() <= Assumptions.MOST_CRITERIA,
        "acceptanceCriteria",
        "give 1 to " + Assumptions.MOST_CRITERIA + " of them");
    demand(Usdc.units("price", price).signum() > 0, "price", "it must be above zero");
    demand(
        matchDeadline.isBefore(withdrawalDeadline),
        "withdrawalDeadline",
        "it must be after matchDeadline");
    demand(
        !deliveryDeadline.isBefore(withdrawalDeadline),
        "deliveryDeadline",
        "it must not be before withdrawalDeadline");
    demand(
        deliveryDeadline.isBefore(reviewDeadline),
        "reviewDeadline",
        "it must be after deliveryDeadline");
  }

  /**
   * What a hire asks for.
   *
   * @throws IllegalArgumentException with words that name the field
   */
  public static NewContract of(NewWorkingContract wanted) {
    @Nullable String worker = wanted.worker();
    Deadlines deadlines = wanted.deadlines();
    return new NewContract(
        wanted.title(),
        wanted.taskDescription(),
        wanted.acceptanceCriteria(),
        wanted.supplementaryMaterials(),
        worker == null ? null : Address.of("worker", worker),
        wanted.price(),
        deadlines.match(),
        deadlines.withdrawal(),
        deadlines.delivery(),
        deadlines.review(),
        wanted.key());
  }

  private static void demand(boolean met, String field, String remedy) {
    if (!met) {
      throw new IllegalArgumentException(field + " cannot be used: " + remedy);
    }
  }

  NewContractJson json() {
    return new NewContractJson(
        title,
        taskDescription,
        acceptanceCriteria,
        supplementaryMaterials,
        "fixed",
        worker == null ? "open_tender" : "direct_award",
        worker == null ? null : worker.text(),
        Usdc.text(Usdc.units("price", price)),
        matchDeadline.toString(),
        withdrawalDeadline.toString(),
        deliveryDeadline.toString(),
        reviewDeadline.toString(),
        OpenContractMilestone.VERIFICATION_MODE,
        key);
  }
}
