package dev.tenure.sandbox.opentrain.people;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.EnumWords;
import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.request.EditRequest;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Decision;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The policy of the simulated people as a request or a scenario writes it. */
@Serdeable
@Strict
public record PeopleRequest(
    @Nullable List<@Required @Valid Rule> approvals,
    @Nullable @Valid Trainer trainer,
    @Nullable @Min(0) @Max(Integer.MAX_VALUE) Long seed)
    implements RequestBody {
  /** Nobody does anything. */
  public static final PeopleRequest NONE = new PeopleRequest(null, null, null);

  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;
  private static final String SHARE = "must be above 0 and at most 1";
  private static final Set<Decision> OF_MILESTONES =
      EnumSet.of(Decision.CANCEL, Decision.REFUND, Decision.DISPUTE);

  /**
   * One habit.
   *
   * @param type of approval, or {@code *}
   */
  @Serdeable
  record Rule(
      @Nullable String type,
      @Nullable String account,
      @Nullable String subject,
      @Said String decision,
      @Nullable @Min(0) @Max(LONGEST_MS) Long delayMs,
      @Nullable @Min(0) @Max(LONGEST_MS) Long maxDelayMs,
      @Nullable @Min(1) @Max(LONGEST_MS) Long beforeExpiryMs,
      @Nullable @Positive(message = SHARE) @DecimalMax(value = "1", message = SHARE)
          BigDecimal probability,
      @Nullable Boolean twice,
      @Nullable @Valid EditRequest edit) {

    private PeoplePolicy.Rule toRule(String at, Predicate<String> accounts) {
      ApprovalType approval = approvalType(at);
      Decision wish =
          requireNonNull(
              EnumWords.of(Decision.class, at + "decision", decision.toLowerCase(Locale.ROOT)));
      if (OF_MILESTONES.contains(wish)
          && approval != ApprovalType.MILESTONE_FUND
          && approval != ApprovalType.MILESTONE_APPROVE) {
        throw Refusal.field(at + "type", "must be milestone_fund or milestone_approve here");
      }
      if (wish == Decision.END && (approval == null || approval == ApprovalType.PROPOSAL_HIRE)) {
        throw Refusal.field(at + "type", "must be of a contract that can be ended");
      }
      long delay = delay(at, delayMs, maxDelayMs);
      return new PeoplePolicy.Rule(
          approval,
          known(at, account, accounts),
          Texts.said(subject),
          wish,
          new PeoplePolicy.When(delay, maxDelayMs, beforeExpiryMs),
          share(probability),
          Boolean.TRUE.equals(twice),
          edit == null ? null : edit.toEdit(at + "edit."));
    }

    private @Nullable ApprovalType approvalType(String at) {
      String said = Texts.said(type);
      return said == null || said.equals("*")
          ? null
          : EnumWords.of(ApprovalType.class, at + "type", said);
    }
  }

  /** What the trainers do. */
  @Serdeable
  record Trainer(
      @Nullable String account,
      @Nullable Boolean requestPayout,
      @Nullable @Min(0) @Max(LONGEST_MS) Long delayMs,
      @Nullable @Min(0) @Max(LONGEST_MS) Long maxDelayMs,
      @Nullable @Positive(message = SHARE) @DecimalMax(value = "1", message = SHARE)
          BigDecimal silent,
      @Nullable Boolean greets) {

    private PeoplePolicy.Trainer toTrainer(String at, Predicate<String> accounts) {
      return new PeoplePolicy.Trainer(
          known(at, account, accounts),
          Boolean.TRUE.equals(requestPayout),
          delay(at, delayMs, maxDelayMs),
          maxDelayMs,
          share(silent),
          Boolean.TRUE.equals(greets));
    }
  }

  /**
   * The policy.
   *
   * @param at the place of this object in the request, such as {@code "people."}
   * @param accounts whether there is such an account
   */
  public PeoplePolicy toPolicy(String at, Predicate<String> accounts) {
    List<PeoplePolicy.Rule> rules = new ArrayList<>();
    for (Rule rule : requireNonNullElse(approvals, List.<Rule>of())) {
      rules.add(rule.toRule(at + "approvals[" + rules.size() + "].", accounts));
    }
    return new PeoplePolicy(
        List.copyOf(rules),
        trainer == null
            ? PeoplePolicy.ABSENT.trainer()
            : trainer.toTrainer(at + "trainer.", accounts),
        requireNonNullElse(seed, 0L));
  }

  private static @Nullable String known(
      String at, @Nullable String account, Predicate<String> accounts) {
    String said = Texts.said(account);
    if (said != null && !accounts.test(said)) {
      throw Refusal.field(at + "account", "is not an account");
    }
    return said;
  }

  private static long delay(String at, @Nullable Long delay, @Nullable Long most) {
    long least = requireNonNullElse(delay, 0L);
    if (most != null && most < least) {
      throw Refusal.field(at + "maxDelayMs", "must be at least delayMs, " + least);
    }
    return least;
  }

  private static @Nullable Double share(@Nullable BigDecimal share) {
    return share == null ? null : (Double) share.doubleValue();
  }
}
