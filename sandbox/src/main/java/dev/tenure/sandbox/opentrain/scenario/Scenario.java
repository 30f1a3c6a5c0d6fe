package dev.tenure.sandbox.opentrain.scenario;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Dollars;
import dev.tenure.sandbox.http.Constraints.Quantity;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole world as a file describes it; each part may speak of those before it.
 *
 * @param name for readers of the file, as is {@code about}
 */
@Serdeable
@Strict
public record Scenario(
    @Nullable String name,
    @Nullable String about,
    @NotEmpty(message = "must name at least one") List<@Required @Valid AccountSpec> accounts,
    @Nullable List<@Required @Valid JobSpec> jobs,
    @Nullable List<@Required @Valid ProposalSpec> proposals,
    @Nullable List<@Required @Valid ContractSpec> contracts,
    @Nullable @Valid SettingsSpec settings,
    @Nullable @Valid PeoplePolicy people)
    implements RequestBody {
  private static final String ID = "^[A-Za-z0-9_-]{1,64}$";
  private static final String NO_ID = "must be letters, digits, _ and -";
  private static final long MOST_CENTS = 100_000_000_000L;
  private static final long MOST_PEOPLE = 1_000_000;
  private static final long MOST_USAGE = 1_000_000_000;

  /** An account with its tokens; every feature is on unless it is switched off. */
  @Serdeable
  record AccountSpec(
      @Required @Pattern(regexp = ID, message = NO_ID) String id,
      @Said String name,
      @Required @Valid OwnerSpec owner,
      @Nullable Boolean claimed,
      @Nullable Boolean card,
      @Nullable Boolean cardDeclines,
      @Nullable @Min(0) @Max(MOST_CENTS) Long creditsCents,
      @Nullable Map<String, Boolean> features,
      @Nullable List<@Required @Valid TokenSpec> tokens) {}

  /** Whose account it is. */
  @Serdeable
  record OwnerSpec(@Said String email, @Said String firstName, @Said String lastName) {}

  /** A token; it has every scope unless some are named. */
  @Serdeable
  record TokenSpec(
      @Said String id,
      @Required @Pattern(regexp = "^ot_pat_.*$", message = "must begin with ot_pat_ and be unique")
          String secret,
      @Said String name,
      @Nullable Boolean owner,
      @Nullable List<String> scopes) {}

  /** A job of an account, published unless it says otherwise. */
  @Serdeable
  record JobSpec(
      @Required @Pattern(regexp = ID, message = NO_ID) String id,
      @Required String account,
      @Said String title,
      @Nullable @Text String description,
      @Nullable PaymentType paymentType,
      @Nullable Boolean published) {}

  /** A proposal; who nobody describes comes from the cast. */
  @Serdeable
  record ProposalSpec(
      @Required @Pattern(regexp = ID, message = NO_ID) String id,
      @Required String job,
      @Nullable ProposalStatus status,
      @Nullable @Quantity BigDecimal rateUsd,
      @Nullable @Min(1) @Max(MOST_PEOPLE) Integer person,
      @Nullable @Valid CandidateSpec candidate,
      @Nullable Boolean announce) {}

  /** A trainer's name. */
  @Serdeable
  record CandidateSpec(@Said String firstName, @Said String lastNameInitial) {}

  /** A contract from a proposal, mid-way. */
  @Serdeable
  record ContractSpec(
      @Required String proposal,
      @NotEmpty(message = "must hold at least the first one")
          List<@Required @Valid MilestoneSpec> milestones,
      @Nullable @Valid UsageSpec usage,
      @Nullable Boolean ended) {}

  /**
   * A milestone with the state to bring it to. The first one is part of the hire, where the price
   * is called {@code amount}; the others are created, where it is {@code amountUsd}.
   */
  @Serdeable
  record MilestoneSpec(
      @Nullable @Text String name,
      @Nullable @Text String description,
      @Nullable @Dollars BigDecimal amount,
      @Nullable @Dollars BigDecimal amountUsd,
      @Nullable @Quantity BigDecimal volume,
      @Nullable @Date String dueDate,
      Milestone.@Nullable Status state,
      @Nullable Boolean payoutRequested) {}

  /** Work that was recorded. */
  @Serdeable
  record UsageSpec(
      @Nullable @Min(0) @Max(MOST_USAGE) Long seconds,
      @Nullable @Min(0) @Max(MOST_USAGE) Long labels,
      @Nullable @Min(0) @Max(MOST_USAGE) Long tasks) {}

  /** The settings that a scenario may bring. */
  @Serdeable
  record SettingsSpec(@Nullable @Min(1) @Max(Constraints.TEN_YEARS_MS) Long approvalWindowMs) {}
}
