package dev.tenure.sandbox.opentrain.world;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Delay;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.EnumWord;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated people do, as a request or a scenario writes it, with what is left out filled
 * in; the first rule that fits an approval, and is drawn, decides.
 *
 * @param seed of every draw: the same seed tells the same story
 */
@Serdeable
@Strict
public record PeoplePolicy(
    @Nullable List<@Required @Valid Rule> approvals,
    @Nullable @Valid Trainer trainer,
    @Nullable @Min(0) @Max(Integer.MAX_VALUE) Long seed)
    implements RequestBody {
  /** Nobody does anything. */
  public static final PeoplePolicy ABSENT = new PeoplePolicy(null, null, null);

  private static final String SHARE = "must be above 0 and at most 1";
  private static final String ANY = "*";
  private static final Set<Decision> OF_MILESTONES =
      EnumSet.of(Decision.CANCEL, Decision.REFUND, Decision.DISPUTE);

  @Override
  public List<Rule> approvals() {
    return requireNonNullElse(approvals, List.of());
  }

  @Override
  public Trainer trainer() {
    return requireNonNullElse(trainer, Trainer.SILENT);
  }

  @Override
  public Long seed() {
    return requireNonNullElse(seed, 0L);
  }

  /** Everybody does this about every approval, at once; the trainers and the seed stay. */
  public PeoplePolicy always(Decision decision) {
    Rule rule = new Rule(null, null, null, decision, null, null, null, null, null, null);
    return new PeoplePolicy(List.of(rule), trainer, seed);
  }

  /** Everybody ignores every approval; the trainers and the seed stay. */
  public PeoplePolicy never() {
    return new PeoplePolicy(List.of(), trainer, seed);
  }

  /**
   * Itself.
   *
   * @param at the place of this object in the request, such as {@code "people."}
   * @param accounts whether there is such an account
   * @throws InvalidRequest naming a field that does not fit the others
   */
  public PeoplePolicy checked(String at, Predicate<String> accounts) {
    for (int place = 0; place < approvals().size(); place++) {
      approvals().get(place).check(at + "approvals[" + place + "].", accounts);
    }
    trainer().check(at + "trainer.", accounts);
    return this;
  }

  /** What a person does about an approval. The last five do it in the app, behind its back. */
  public enum Decision implements EnumWord {
    CONFIRM,
    DECLINE,
    IGNORE,
    EDIT,
    IN_APP,
    CANCEL,
    REFUND,
    DISPUTE,
    END
  }

  /**
   * One habit.
   *
   * @param type of approval; {@code *} for every type
   * @param account whose people have it; null for everybody's
   * @param subject a proposal, milestone or contract id; null for every one
   * @param delayMs after it was asked for, in the marketplace's time
   * @param maxDelayMs draws the delay from between the two; null for none
   * @param beforeExpiryMs counts from the end of its window instead
   * @param probability of following it; null for always
   * @param twice two people confirm at the same instant
   */
  @Serdeable
  public record Rule(
      @Nullable String type,
      @Nullable String account,
      @Nullable String subject,
      @Required Decision decision,
      @Nullable @Delay Long delayMs,
      @Nullable @Delay Long maxDelayMs,
      @Nullable @Min(1) @Max(Constraints.TEN_YEARS_MS) Long beforeExpiryMs,
      @Nullable @Positive(message = SHARE) @DecimalMax(value = "1", message = SHARE)
          BigDecimal probability,
      @Nullable Boolean twice,
      @Nullable @Valid Edit edit) {
    @Override
    public String type() {
      return requireNonNullElse(Texts.said(type), ANY);
    }

    @Override
    public @Nullable String account() {
      return Texts.said(account);
    }

    @Override
    public @Nullable String subject() {
      return Texts.said(subject);
    }

    @Override
    public Long delayMs() {
      return requireNonNullElse(delayMs, 0L);
    }

    @Override
    public Boolean twice() {
      return requireNonNullElse(twice, false);
    }

    public boolean fits(Approval approval) {
      return (type().equals(ANY) || type().equals(approval.type().word()))
          && (account() == null || approval.accountId().equals(account()))
          && (subject() == null
              || Stream.of(approval.proposalId(), approval.milestoneId(), approval.contractId())
                  .anyMatch(id -> Objects.equals(id, subject())));
    }

    private void check(String at, Predicate<String> accounts) {
      Approval.Type approval =
          type().equals(ANY) ? null : EnumWord.of(Approval.Type.class, at + "type", type());
      InvalidRequest.require(
          !OF_MILESTONES.contains(decision)
              || approval == Approval.Type.MILESTONE_FUND
              || approval == Approval.Type.MILESTONE_APPROVE,
          at + "type",
          "must be milestone_fund or milestone_approve here");
      InvalidRequest.require(
          decision != Decision.END || (approval != null && approval != Approval.Type.PROPOSAL_HIRE),
          at + "type",
          "must be of a contract that can be ended");
      checkKnown(at, account(), accounts);
      checkDelay(at, delayMs(), maxDelayMs);
      if (edit != null) {
        edit.checked(at + "edit.");
      }
    }
  }

  /**
   * What the trainers do.
   *
   * @param account on whose contracts; null for all
   * @param requestPayout says after the delay that funded work is done
   * @param silent how many of the milestones, from 0 to 1, are never heard of again
   * @param greets writes in the contract's thread when hired, which says that the hire is accepted
   */
  @Serdeable
  public record Trainer(
      @Nullable String account,
      @Nullable Boolean requestPayout,
      @Nullable @Delay Long delayMs,
      @Nullable @Delay Long maxDelayMs,
      @Nullable @Positive(message = SHARE) @DecimalMax(value = "1", message = SHARE)
          BigDecimal silent,
      @Nullable Boolean greets) {
    static final Trainer SILENT = new Trainer(null, null, null, null, null, null);

    @Override
    public @Nullable String account() {
      return Texts.said(account);
    }

    @Override
    public Boolean requestPayout() {
      return requireNonNullElse(requestPayout, false);
    }

    @Override
    public Long delayMs() {
      return requireNonNullElse(delayMs, 0L);
    }

    @Override
    public Boolean greets() {
      return requireNonNullElse(greets, false);
    }

    /** What they do for this account. */
    public Trainer of(String accountId) {
      return account() == null || accountId.equals(account()) ? this : SILENT;
    }

    private void check(String at, Predicate<String> accounts) {
      checkKnown(at, account(), accounts);
      checkDelay(at, delayMs(), maxDelayMs);
    }
  }

  private static void checkKnown(String at, @Nullable String account, Predicate<String> accounts) {
    InvalidRequest.require(
        account == null || accounts.test(account), at + "account", "is not an account");
  }

  private static void checkDelay(String at, long least, @Nullable Long most) {
    InvalidRequest.require(
        most == null || most >= least, at + "maxDelayMs", "must be at least delayMs, " + least);
  }
}
