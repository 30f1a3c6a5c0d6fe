package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.marketplace.Times;
import dev.tenure.activities.opentrain.client.json.Approval;
import dev.tenure.activities.opentrain.client.json.Budget;
import dev.tenure.activities.opentrain.client.json.Contract;
import dev.tenure.activities.opentrain.client.json.Milestone;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** OpenTrain's JSON as the process knows it. What cannot be understood is {@link Unreadable}. */
final class SnapshotMapper {

  /** A field without which the answer means nothing. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String field) {
      super("answered without a usable " + field);
    }
  }

  /** A status that no rule knows, and that therefore changes nothing. */
  private static final String UNKNOWN_STATUS = "UNKNOWN";

  private static final int DIGITS_OF_A_SANE_AMOUNT = 18;

  private final String origin;
  private final InstantSource clock;

  SnapshotMapper(String origin, InstantSource clock) {
    this.origin = origin;
    this.clock = clock;
  }

  ApprovalSnapshot approval(@Nullable Approval json) throws Unreadable {
    if (json == null) {
      throw new Unreadable("approval");
    }
    String id = required(json.id(), "approval.id");
    Map<String, String> result = texts(json.result());
    @Nullable String contractId = json.contractId();
    Instant expiresAt = expiresAt(json);
    return new ApprovalSnapshot(
        id,
        required(json.type(), "approval.type"),
        required(json.status(), "approval.status"),
        contractId == null ? result.get("contractId") : contractId,
        json.milestoneId(),
        json.jobId(),
        json.proposalId(),
        url(json.approvalUrl(), id),
        Times.instant(json.createdAt()).orElse(expiresAt.minus(Assumed.APPROVAL_WINDOW)),
        expiresAt,
        Times.instant(json.resolvedAt()).orElse(null),
        result);
  }

  ContractSnapshot contract(@Nullable Contract json) throws Unreadable {
    if (json == null) {
      throw new Unreadable("contract");
    }
    return new ContractSnapshot(
        required(json.id(), "contract.id"),
        required(json.status(), "contract.status"),
        json.jobId(),
        json.proposalId(),
        Assumed.paymentType(json.paymentType()),
        milestones(json.milestones()),
        budget(json));
  }

  /**
   * The milestones that are of a kind that can be told from others. One that is not hides no other;
   * a list that is none would make every milestone look gone.
   */
  private static List<MilestoneSnapshot> milestones(@Nullable JsonNode list) throws Unreadable {
    if (list == null || list.isNull()) {
      return List.of();
    }
    List<Milestone> items =
        OpenTrainJson.BODIES
            .items(list, Milestone.class)
            .orElseThrow(() -> new Unreadable("contract.milestones"))
            .read();
    List<MilestoneSnapshot> milestones = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      Milestone item = items.get(index);
      if (isText(item.id())) {
        milestones.add(milestone(item, index));
      }
    }
    return milestones;
  }

  /** Absent for a fixed price, where OpenTrain's figures mean nothing. */
  private static @Nullable BudgetSnapshot budget(Contract json) {
    Budget budget = json.budget();
    boolean fixed = "FIXED_PRICE".equals(Assumed.paymentType(json.paymentType()));
    return budget == null || budget.state() == null || fixed
        ? null
        : new BudgetSnapshot(
            budget.state(),
            budget.fundedVolume(),
            budget.consumedVolume(),
            budget.remainingVolume());
  }

  static MilestoneSnapshot milestone(@Nullable Milestone json, int index) throws Unreadable {
    if (json == null) {
      throw new Unreadable("milestone");
    }
    return new MilestoneSnapshot(
        required(json.id(), "milestone.id"),
        Assumed.milestoneNumber(json.milestoneNumber(), index),
        ForeignText.name(json.name()),
        status(json.status()),
        usd(json.amountUsd()),
        Times.date(json.dueDate()).orElse(null),
        MilestoneTag.find(json.description()),
        Boolean.TRUE.equals(json.pendingApproval()));
  }

  /** What is no link that a person may follow is none. */
  private String url(@Nullable String sent, String id) {
    @Nullable String link = ForeignText.link(sent);
    return link == null ? Assumed.approvalUrl(origin, id) : link;
  }

  private Instant expiresAt(Approval json) {
    return Times.instant(json.expiresAt())
        .orElseGet(
            () ->
                Times.instant(json.createdAt())
                    .orElseGet(clock::instant)
                    .plus(Assumed.APPROVAL_WINDOW));
  }

  /** Absent where it is none that a milestone can have. */
  private static @Nullable Money usd(@Nullable BigDecimal amount) {
    return amount == null
            || amount.signum() < 0
            || Math.abs((long) amount.scale()) > DIGITS_OF_A_SANE_AMOUNT
            || amount.precision() > DIGITS_OF_A_SANE_AMOUNT
        ? null
        : new Money(amount, Money.USD);
  }

  private static Map<String, String> texts(@Nullable JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    if (object != null && object.isObject()) {
      for (Map.Entry<String, JsonNode> field : object.entries()) {
        JsonNode value = field.getValue();
        if (!value.isNull()) {
          texts.put(
              field.getKey(),
              value.isValueNode() ? value.coerceStringValue() : OpenTrainJson.BODIES.write(value));
        }
      }
    }
    return texts;
  }

  private static String required(@Nullable String text, String field) throws Unreadable {
    if (text == null || text.isBlank()) {
      throw new Unreadable(field);
    }
    return text;
  }

  private static String status(@Nullable String sent) {
    return sent == null || sent.isBlank() ? UNKNOWN_STATUS : sent;
  }

  private static boolean isText(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
