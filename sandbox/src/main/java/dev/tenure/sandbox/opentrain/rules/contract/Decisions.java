package dev.tenure.sandbox.opentrain.rules.contract;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.contract.TermsEdit;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signed-in person decides. Confirming carries out what was asked, in the same moment. */
@Singleton
public class Decisions {
  private final World world;
  private final Approvals approvals;
  private final HireRequests hiring;
  private final Contracts contracts;
  private final Escrow escrow;

  Decisions(
      World world, Approvals approvals, HireRequests hiring, Contracts contracts, Escrow escrow) {
    this.world = world;
    this.approvals = approvals;
    this.hiring = hiring;
    this.contracts = contracts;
    this.escrow = escrow;
  }

  /**
   * What a person settles while confirming.
   *
   * @param source null leaves it to the account: credits when they cover it, else the card
   * @param escrow where held money goes when a contract ends
   */
  public record Choice(TermsEdit edit, @Nullable PaySource source, EscrowChoice escrow) {
    public static final Choice NONE = new Choice(Edit.NONE, null, EscrowChoice.REFUND);

    public static Choice edited(TermsEdit edit) {
      return new Choice(edit, null, EscrowChoice.REFUND);
    }
  }

  /**
   * Confirms and carries out. A refusal, also a declined card, leaves the approval pending.
   *
   * @throws Refusal when it is unknown or final, or cannot be carried out
   */
  public Approval confirm(String id, Choice choice) {
    try {
      return decide(id, approval -> execute(approval, choice), Approval.Status.CONFIRMED);
    } catch (Refusal.CardDeclined e) {
      world.transact(() -> leaveBill(world.approvals.get(id)));
      throw e;
    }
  }

  /** What an approval is of; nothing when there is no such approval. */
  public Optional<Approval.Type> type(String id) {
    return world.transact(() -> Optional.ofNullable(world.approvals.find(id)).map(Approval::type));
  }

  public Approval decline(String id) {
    return decide(id, approval -> Map.of(), Approval.Status.DECLINED);
  }

  private interface Action {
    Map<String, Object> on(Approval approval);
  }

  private Approval decide(String id, Action action, Approval.Status end) {
    world.transact(() -> Refusal.found(approvals.look(id), "approvals", "approvalId", id));
    return world.transact(
        () -> {
          Approval approval = world.approvals.get(id);
          if (!approval.pending()) {
            throw Refusal.alreadyFinal(approval);
          }
          Map<String, Object> evidence = action.on(approval);
          return approvals.finish(
              approval, end, end == Approval.Status.CONFIRMED ? evidence : null);
        });
  }

  private Map<String, Object> execute(Approval approval, Choice choice) {
    MoneyAuthority by = MoneyAuthority.of(approval);
    return switch (approval.type()) {
      case PROPOSAL_HIRE -> {
        Terms terms = choice.edit().applied(requireNonNull(approval.terms()));
        yield hiring.carryOut(approval.subject(), terms, choice.source(), by);
      }
      case MILESTONE_FUND -> {
        Contract contract = requireNonNull(world.contractOf(approval.subject()));
        Milestone milestone = contract.milestone(approval.subject());
        long fees = Fees.atFunding(milestone.terms().amountCents());
        yield escrow.fund(contract, milestone, fees, choice.source(), by);
      }
      case MILESTONE_APPROVE -> {
        Contract contract = requireNonNull(world.contractOf(approval.subject()));
        yield escrow.release(contract, contract.milestone(approval.subject()), by);
      }
      case CONTRACT_END -> contracts.carryOutEnd(approval.subject(), choice.escrow(), by);
    };
  }

  private Approval leaveBill(Approval approval) {
    // Somebody else may have confirmed it with credits since.
    if (approval.pending() && approval.type() == Approval.Type.MILESTONE_FUND) {
      Contract contract = requireNonNull(world.contractOf(approval.subject()));
      escrow.leaveBill(contract, contract.milestone(approval.subject()));
    }
    return approval;
  }
}
