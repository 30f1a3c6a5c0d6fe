package dev.tenure.activities.opentrain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.opentrain.json.Approval;
import dev.tenure.activities.opentrain.json.Budget;
import dev.tenure.activities.opentrain.json.Contract;
import dev.tenure.activities.opentrain.json.Milestone;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import dev.tenure.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** OpenTrain's JSON as the process knows it. What cannot be understood is {@link Unreadable}. */
final class Snapshots {

  /** A field without which the answer means nothing. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String field) {
      super("answered without a usable " + field);
    }
  }

  private static final int DIGITS_OF_A_SANE_AMOUNT = 18;

  private final String origin;
  private final InstantSource clock;

  Snapshots(String origin, InstantSource clock) {
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
        json.approvalUrl() == null ? Assumed.approvalUrl(origin, id) : json.approvalUrl(),
        Times.instant(json.createdAt()).orElse(expiresAt.minus(Assumed.APPROVAL_WINDOW)),
        expiresAt,
        Times.instant(json.resolvedAt()).orElse(null),
        result);
  }

  ContractSnapshot contract(@Nullable Contract json) throws Unreadable {
    if (json == null) {
      throw new Unreadable("contract");
    }
    List<MilestoneSnapshot> milestones = new ArrayList<>();
    if (json.milestones() != null) {
      for (Milestone milestone : json.milestones()) {
        milestones.add(milestone(milestone, milestones.size()));
      }
    }
    return new ContractSnapshot(
        required(json.id(), "contract.id"),
        required(json.status(), "contract.status"),
        json.jobId(),
        json.proposalId(),
        Assumed.paymentType(json.paymentType()),
        milestones,
        budget(json));
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

  MilestoneSnapshot milestone(@Nullable Milestone json, int index) throws Unreadable {
    if (json == null) {
      throw new Unreadable("milestone");
    }
    return new MilestoneSnapshot(
        required(json.id(), "milestone.id"),
        Assumed.milestoneNumber(json.milestoneNumber(), index),
        json.name(),
        required(json.status(), "milestone.status"),
        usd(json.amountUsd()),
        Times.date(json.dueDate()).orElse(null),
        MilestoneTag.find(json.description()),
        Boolean.TRUE.equals(json.pendingApproval()));
  }

  private Instant expiresAt(Approval json) {
    return Times.instant(json.expiresAt())
        .orElseGet(
            () ->
                Times.instant(json.createdAt())
                    .orElseGet(clock::instant)
                    .plus(Assumed.APPROVAL_WINDOW));
  }

  private static Money usd(@Nullable BigDecimal amount) throws Unreadable {
    if (amount == null
        || Math.abs((long) amount.scale()) > DIGITS_OF_A_SANE_AMOUNT
        || amount.precision() > DIGITS_OF_A_SANE_AMOUNT) {
      throw new Unreadable("milestone.amountUsd");
    }
    return new Money(amount, Money.USD);
  }

  private static Map<String, String> texts(@Nullable JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    if (object != null && object.isObject()) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode value = field.getValue();
        if (!value.isNull()) {
          texts.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
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
}
