package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A hire as requested, validated and with every default filled in.
 *
 * @param account the marketplace account that hires
 * @param proposalId the proposal to hire from. OpenContract has none: there it is the requester's
 *     own reference, which makes the hire the one of its account
 * @param externalRef the requester's own reference
 * @param milestones in order; the first is the one that the hire itself funds
 * @param cap the most that the hire may ever cost, fees included
 * @param confirmNotFitOverride whether to hire although the proposal was marked as not a fit
 * @param openContract what only OpenContract needs; absent for a hire on OpenTrain
 */
public record HirePlan(
    String account,
    String proposalId,
    @Nullable String externalRef,
    Map<String, String> labels,
    List<MilestonePlan> milestones,
    @Nullable Money cap,
    boolean confirmNotFitOverride,
    Policies policies,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OpenContractTerms openContract) {

  /** A hire on OpenTrain. */
  public HirePlan(
      String account,
      String proposalId,
      @Nullable String externalRef,
      Map<String, String> labels,
      List<MilestonePlan> milestones,
      @Nullable Money cap,
      boolean confirmNotFitOverride,
      Policies policies) {
    this(
        account,
        proposalId,
        externalRef,
        labels,
        milestones,
        cap,
        confirmNotFitOverride,
        policies,
        null);
  }

  public HirePlan {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    milestones = List.copyOf(milestones);
  }

  public MilestonePlan first() {
    return milestones.getFirst();
  }

  /** The plan of one milestone; fails for a key that is not planned. */
  public MilestonePlan milestone(String key) {
    return milestones.stream()
        .filter(milestone -> milestone.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no milestone " + key + " is planned"));
  }

  /** The same plan with other milestones. */
  public HirePlan withMilestones(List<MilestonePlan> others) {
    return new HirePlan(
        account,
        proposalId,
        externalRef,
        labels,
        others,
        cap,
        confirmNotFitOverride,
        policies,
        openContract);
  }

  /** The same plan under other terms. */
  public HirePlan withTerms(HireTerms terms) {
    return new HirePlan(
        account,
        proposalId,
        terms.externalRef(),
        terms.labels(),
        milestones,
        terms.cap(),
        confirmNotFitOverride,
        terms.policies(),
        terms.openContract() == null ? openContract : terms.openContract());
  }

  /**
   * The most that the hire costs as planned: on OpenTrain with every fee; on OpenContract, where
   * the fee comes out of the Worker's part, without the bonds of disputes.
   */
  public Money worstCase() {
    List<Money> amounts = milestones.stream().map(MilestonePlan::amount).toList();
    return openContract == null
        ? Fees.worstCase(amounts)
        : amounts.stream().reduce(Money.zero(currency()), Money::plus);
  }

  public String currency() {
    return first().amount().currency();
  }
}
