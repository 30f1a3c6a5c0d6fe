package dev.tenure.activities.opentrain.client;

import dev.tenure.lifecycle.simulation.marketplace.TokenScope;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * One of two marketplaces on which the same story is played. Ids are canonical in both directions,
 * and every answer is a text: equal texts are equal answers.
 */
interface MarketplaceSide {

  /** Ids seen so far. */
  CanonicalIds ids();

  String requestHire(String proposal, MilestonePlan terms, boolean confirmNotFit);

  String requestFunding(String milestone);

  String requestRelease(String milestone);

  String requestEnd(String contract);

  String createMilestone(String contract, MilestonePlan plan, String tag);

  String readApproval(String approval);

  String readContract(String contract);

  String findContract(String proposal);

  /** The events after the first so many of the story. */
  String updates(int after, int limit);

  String confirm(String approval);

  String confirmEdited(String approval, MilestonePlan edited);

  String confirmEndPaying(String approval);

  String decline(String approval);

  String hireInApp(String proposal, MilestonePlan terms);

  String addMilestoneInApp(String contract, String description, Money amount);

  String fundInApp(String milestone);

  String payInApp(String milestone);

  String cancelInApp(String milestone);

  String disputeInApp(String milestone);

  String endInApp(String contract, boolean payEscrow);

  String requestPayout(String milestone);

  String work(String contract, BigDecimal volume);

  void claimed(boolean yes);

  void card(boolean yes);

  void cardDeclines(boolean yes);

  void feature(String key, boolean enabled);

  /** Another token with these scopes, of the account's owner or of a team member. */
  void rotateToken(boolean owner, List<TokenScope> scopes);

  void tokenAccepted(boolean yes);

  void approvalWindow(Duration window);

  /** What happened since it was last asked. */
  List<String> news();

  /** Every contract as the list shows it, newest first. */
  List<String> contracts();

  /** Every movement of money. */
  List<String> money();
}
