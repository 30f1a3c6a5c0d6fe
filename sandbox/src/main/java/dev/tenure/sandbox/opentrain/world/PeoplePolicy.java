package dev.tenure.sandbox.opentrain.world;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated people do; the first rule that fits an approval, and is drawn, decides.
 *
 * @param seed of every draw: the same seed tells the same story
 */
@Serdeable
public record PeoplePolicy(List<Rule> approvals, Trainer trainer, long seed) {
  public static final PeoplePolicy ABSENT = new PeoplePolicy(List.of(), Trainer.SILENT, 0);

  /** Everybody does this about every approval, at once; the trainers and the seed stay. */
  public PeoplePolicy always(Decision decision) {
    Rule rule = new Rule(null, null, null, decision, new When(0, null, null), null, false, null);
    return new PeoplePolicy(List.of(rule), trainer, seed);
  }

  /** Everybody ignores every approval; the trainers and the seed stay. */
  public PeoplePolicy never() {
    return new PeoplePolicy(List.of(), trainer, seed);
  }

  /** What a person does about an approval. The last five do it in the app, behind its back. */
  public enum Decision {
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
   * When a person gets to it, in the marketplace's time.
   *
   * @param delayMs after it was asked for
   * @param maxDelayMs draws the delay from between the two; null for none
   * @param beforeExpiryMs counts from the end of its window instead
   */
  @Serdeable
  public record When(long delayMs, @Nullable Long maxDelayMs, @Nullable Long beforeExpiryMs) {}

  /**
   * One habit.
   *
   * @param type null for every type
   * @param account whose people have it; null for everybody's
   * @param subject a proposal, milestone or contract id; null for every one
   * @param probability of following it; null for always
   * @param twice two people confirm at the same instant
   */
  @Serdeable
  public record Rule(
      @Nullable ApprovalType type,
      @Nullable String account,
      @Nullable String subject,
      Decision decision,
      When when,
      @Nullable Double probability,
      boolean twice,
      @Nullable Edit edit) {

    public boolean fits(Approval approval) {
      return (type == null || type == approval.type())
          && (account == null || account.equals(approval.accountId()))
          && (subject == null
              || subject.equals(approval.proposalId())
              || subject.equals(approval.milestoneId())
              || subject.equals(approval.contractId()));
    }
  }

  /**
   * What the trainers do.
   *
   * @param account on whose contracts; null for all
   * @param greets writes in the contract's thread when hired, which says that the hire is accepted
   * @param requestPayout says after the delay that funded work is done
   * @param silent how many of the milestones, from 0 to 1, are never heard of again
   */
  @Serdeable
  public record Trainer(
      @Nullable String account,
      boolean requestPayout,
      long delayMs,
      @Nullable Long maxDelayMs,
      @Nullable Double silent,
      boolean greets) {
    static final Trainer SILENT = new Trainer(null, false, 0, null, null, false);

    /** What they do for this account. */
    public Trainer of(String accountId) {
      return account == null || account.equals(accountId) ? this : SILENT;
    }
  }
}
