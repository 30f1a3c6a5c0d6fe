package dev.tenure.sandbox.opentrain.scenario;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.MilestoneStatus;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.people.PeopleRequest;
import dev.tenure.sandbox.opentrain.request.Limits;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
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
    @NotEmpty(message = "must name at least one") List<@Valid AccountSpec> accounts,
    @Nullable List<@Valid JobSpec> jobs,
    @Nullable List<@Valid ProposalSpec> proposals,
    @Nullable List<@Valid ContractSpec> contracts,
    @Nullable @Valid SettingsSpec settings,
    @Nullable @Valid PeopleRequest people)
    implements RequestBody {
  private static final String ID = "^[A-Za-z0-9_-]{1,64}$";
  private static final String NO_ID = "must be letters, digits, _ and -";
  private static final long MOST_CENTS = 100_000_000_000L;
  private static final long MOST_PEOPLE = 1_000_000;
  private static final long MOST_USAGE = 1_000_000_000;
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  /** An account with its tokens; every feature is on unless it is switched off. */
  @Serdeable
  record AccountSpec(
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = ID, message = NO_ID) String id,
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String name,
      @NotNull(message = Limits.REQUIRED) @Valid OwnerSpec owner,
      @Nullable Boolean claimed,
      @Nullable Boolean card,
      @Nullable Boolean cardDeclines,
      @Nullable @Min(0) @Max(MOST_CENTS) Long creditsCents,
      @Nullable Map<String, Boolean> features,
      @Nullable List<@Valid TokenSpec> tokens) {}

  /** Whose account it is. */
  @Serdeable
  record OwnerSpec(
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String email,
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String firstName,
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String lastName) {}

  /** A token; it has every scope unless some are named. */
  @Serdeable
  record TokenSpec(
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String id,
      @NotNull(message = Limits.REQUIRED)
          @Pattern(regexp = "^ot_pat_.*$", message = "must begin with ot_pat_ and be unique")
          String secret,
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String name,
      @Nullable Boolean owner,
      @Nullable List<String> scopes) {}

  /** A job of an account, published unless it says otherwise. */
  @Serdeable
  record JobSpec(
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = ID, message = NO_ID) String id,
      @NotNull(message = Limits.REQUIRED) String account,
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String title,
      @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String description,
      @Nullable PaymentType paymentType,
      @Nullable Boolean published) {}

  /** A proposal; who nobody describes comes from the cast. */
  @Serdeable
  record ProposalSpec(
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = ID, message = NO_ID) String id,
      @NotNull(message = Limits.REQUIRED) String job,
      @Nullable ProposalStatus status,
      @Nullable
          @Positive(message = Limits.POSITIVE)
          @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
          BigDecimal rateUsd,
      @Nullable @Min(1) @Max(MOST_PEOPLE) Integer person,
      @Nullable @Valid CandidateSpec candidate,
      @Nullable Boolean announce) {}

  /** A trainer's name. */
  @Serdeable
  record CandidateSpec(
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String firstName,
      @NotNull(message = Limits.REQUIRED) @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          String lastNameInitial) {}

  /** A contract from a proposal, mid-way. */
  @Serdeable
  record ContractSpec(
      @NotNull(message = Limits.REQUIRED) String proposal,
      @NotEmpty(message = "must hold at least the first one") List<@Valid MilestoneSpec> milestones,
      @Nullable @Valid UsageSpec usage,
      @Nullable Boolean ended) {}

  /**
   * A milestone with the state to bring it to. The first one is part of the hire, where the price
   * is called {@code amount}; the others are created, where it is {@code amountUsd}.
   */
  @Serdeable
  record MilestoneSpec(
      @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String name,
      @Nullable @Size(max = Limits.TEXT, message = Limits.TOO_LONG) String description,
      @Nullable
          @Positive(message = Limits.POSITIVE)
          @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
          @Digits(integer = 10, fraction = 2, message = Limits.CENTS)
          BigDecimal amount,
      @Nullable
          @Positive(message = Limits.POSITIVE)
          @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
          @Digits(integer = 10, fraction = 2, message = Limits.CENTS)
          BigDecimal amountUsd,
      @Nullable
          @Positive(message = Limits.POSITIVE)
          @DecimalMax(value = Limits.LARGEST, message = Limits.POSITIVE)
          BigDecimal volume,
      @Nullable @Pattern(regexp = Limits.DATE, message = Limits.NO_DATE) String dueDate,
      @Nullable MilestoneStatus state,
      @Nullable Boolean payoutRequested) {}

  /** Work that was recorded. */
  @Serdeable
  record UsageSpec(
      @Nullable @Min(0) @Max(MOST_USAGE) Long seconds,
      @Nullable @Min(0) @Max(MOST_USAGE) Long labels,
      @Nullable @Min(0) @Max(MOST_USAGE) Long tasks) {}

  /** The settings that a scenario may bring. */
  @Serdeable
  record SettingsSpec(@Nullable @Min(1) @Max(LONGEST_MS) Long approvalWindowMs) {}
}
