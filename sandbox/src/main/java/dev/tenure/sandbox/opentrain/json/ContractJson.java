package dev.tenure.sandbox.opentrain.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract; the last two fields stand only in the reading of a single one. */
@Serdeable
public record ContractJson(
    String id,
    String status,
    String title,
    String jobId,
    @Nullable String proposalId,
    PaymentType paymentType,
    @Nullable BigDecimal rateUsd,
    @Nullable BigDecimal estimatedTotalUsd,
    @Nullable BigDecimal estimatedVolume,
    boolean hasActiveMilestone,
    @Nullable Instant startDate,
    @Nullable Instant endDate,
    Instant createdAt,
    Instant updatedAt,
    Freelancer freelancer,
    List<MilestoneJson> milestones,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String jobDmConversationId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BudgetJson budget) {

  /** The trainer, masked before and after the hire alike. */
  @Serdeable
  public record Freelancer(
      String userId, String displayName, @Nullable String country, @Nullable String profilePath) {
    static Freelancer of(Candidate candidate) {
      return new Freelancer(
          candidate.userId(),
          candidate.displayName(),
          candidate.country(),
          "/profile/" + candidate.profileSlug());
    }
  }

  /** {@code {"contract": …}}. */
  @Serdeable
  public record One(ContractJson contract) {}

  /** {@code {"contracts": […]}}. */
  @Serdeable
  public record All(List<ContractJson> contracts) {}

  /** The answer of an end that needed nobody. */
  @Serdeable
  public record Ended(boolean ok, String contractId, String status) {}

  public static ContractJson listed(Contract contract) {
    return of(contract, null, null);
  }

  public static ContractJson full(Contract contract) {
    return of(contract, contract.conversationId(), BudgetJson.of(contract));
  }

  private static ContractJson of(
      Contract contract, @Nullable String conversationId, @Nullable BudgetJson budget) {
    BigDecimal rate = contract.rateUsd() == null ? null : Money.plain(contract.rateUsd());
    return new ContractJson(
        contract.id(),
        contract.active() ? "active" : "ended",
        contract.title(),
        contract.jobId(),
        contract.proposalId(),
        contract.paymentType(),
        rate,
        contract.paymentType().byVolume() ? null : rate,
        null,
        !contract.funded().isEmpty(),
        contract.createdAt(),
        contract.endedAt(),
        contract.createdAt(),
        contract.updatedAt(),
        Freelancer.of(contract.candidate()),
        contract.shown().map(MilestoneJson::of).toList(),
        conversationId,
        budget);
  }
}
