package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.access.CurrentPrincipal;
import dev.tenure.api.access.Principal;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.Accounts;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of a body in the shape that makes a hire: the rules between fields are checked, and
 * every default filled in.
 */
@Singleton
public final class PlanReader {

  /** The account of a hire that names none. */
  public static final String DEFAULT = "default";

  /** Until a worker has said what it serves, the account that needs no name. */
  private static final Set<String> UNTOLD = Set.of(DEFAULT);

  private static final Pointer ACCOUNT = Pointer.ROOT.to("account");
  private static final Pointer MILESTONES = Pointer.ROOT.to("milestones");

  private final RequestBodies bodies;
  private final Accounts accounts;
  private final CurrentPrincipal sender;

  PlanReader(RequestBodies bodies, Accounts accounts, CurrentPrincipal sender) {
    this.bodies = bodies;
    this.accounts = accounts;
    this.sender = sender;
  }

  /**
   * A plan that was asked for.
   *
   * @param replaces the hire that it takes the place of
   * @param sent the body, as it was sent
   */
  public record Planned(HirePlan plan, @Nullable String replaces, JsonNode sent) {}

  /**
   * Reads a plan.
   *
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public Planned read(byte @Nullable [] sent) {
    Body<HireRequest> body = bodies.read(sent, HireRequest.class);
    HireRequest request = body.value();
    Violations violations = body.violations();
    String account = request.account() == null ? DEFAULT : request.account();
    MarketplaceRules rules = rules(violations, account, body.sent());
    rules.checkHire(request);
    rules.checkPolicies(request.policies());
    var terms = new TermsReader(violations, rules);
    List<MilestonePlan> milestones = milestones(violations, rules, request.milestones());
    var plan =
        new HirePlan(
            account,
            rules.identity(request),
            MilestoneReader.unlessBlank(request.externalRef()),
            terms.labels(request.labels()),
            milestones,
            terms.cap(request.budget()),
            Boolean.TRUE.equals(request.confirmNotFitOverride()),
            TermsReader.policies(request.policies()),
            rules.terms(request, milestones));
    checkWorstCase(violations, plan);
    violations.throwIfAny();
    return new Planned(plan, MilestoneReader.unlessBlank(request.replaces()), body.sent());
  }

  /** An account that can hire; refused where there is none of that name for whoever asks. */
  private Optional<AccountView> account(Violations violations, String name) {
    Optional<AccountView> found = accounts.find(name);
    if (found.isPresent()) {
      return found;
    }
    // A worker may have told of it a moment ago: one reading says who is known, and what it is.
    List<AccountView> served = accounts.list();
    Set<String> known =
        served.isEmpty()
            ? UNTOLD.stream().filter(sender.current()::sees).collect(Collectors.toSet())
            : served.stream().map(AccountView::id).collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(name)) {
      violations.add(
          ACCOUNT,
          "unknown_account",
          "There is no account of that name here. Known: " + String.join(", ", known) + ".");
    }
    return served.stream().filter(view -> view.id().equals(name)).findFirst();
  }

  /** The account decides the marketplace; of one that nobody knows, what the request speaks of. */
  private MarketplaceRules rules(Violations violations, String account, JsonNode sent) {
    Optional<AccountView> view =
        violations.at(ACCOUNT) ? Optional.empty() : account(violations, account);
    Marketplace meant =
        violations.at(ACCOUNT) && speaksOfOpenContract(sent)
            ? Marketplace.OPENCONTRACT
            : Marketplace.OPENTRAIN;
    return switch (view.map(AccountView::marketplace).orElse(meant)) {
      case OPENTRAIN -> new OpenTrainRules(violations);
      case OPENCONTRACT ->
          new OpenContractRules(
              violations,
              Instant.now(),
              view.map(AccountAddresses::of).orElse(null),
              named(),
              null);
    };
  }

  /** By what was sent: a block that cannot be read says so as well. */
  private static boolean speaksOfOpenContract(JsonNode sent) {
    JsonNode milestones = sent.path("milestones");
    return sent.hasNonNull("openContract")
        || milestones.findValues("openContract").stream().anyMatch(block -> !block.isNull())
        || milestones.findValuesAsText("currency").contains(Money.USDC);
  }

  private boolean named() {
    return sender.get().map(Principal::keyId).isPresent();
  }

  private static List<MilestonePlan> milestones(
      Violations violations,
      MarketplaceRules rules,
      @Nullable List<@Nullable MilestoneRequest> asked) {
    if (asked == null || violations.at(MILESTONES)) {
      return List.of();
    }
    var reader = new MilestoneReader(violations, rules);
    List<String> keys = keys(violations, asked);
    List<MilestonePlan> plans = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Pointer at = MILESTONES.to(i);
      MilestoneRequest one = asked.get(i);
      if (one == null) {
        violations.add(at, "required", "A milestone must be an object.");
        continue;
      }
      FundRule fund =
          i == 0
              ? reader.fundOfFirst(at.to("fund"), one.fund())
              : reader.fundOfLater(at.to("fund"), keys.get(i), keys.get(i - 1), keys, one.fund());
      plans.add(reader.read(at, keys.get(i), one, i == 0, fund));
    }
    checkCycles(violations, keys, plans);
    return plans;
  }

  private static List<String> keys(Violations violations, List<@Nullable MilestoneRequest> asked) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      MilestoneRequest one = asked.get(i);
      Pointer at = MILESTONES.to(i).to("key");
      if (one == null || (one.key() == null && violations.at(at))) {
        // Whatever its key was to be: no other one is a duplicate of it.
        keys.add(MilestoneReader.REFUSED);
        continue;
      }
      String key = one.key() == null ? "m" + (i + 1) : one.key();
      if (keys.contains(key)) {
        violations.add(at, "duplicate", "Another milestone has the key " + key + " already.");
      }
      keys.add(key);
    }
    return keys;
  }

  /** A milestone that waits for itself, by way of others, would never be funded. */
  private static void checkCycles(
      Violations violations, List<String> keys, List<MilestonePlan> plans) {
    // Of a key that was refused or given twice it is not certain which milestone it means.
    List<MilestonePlan> certain =
        plans.stream()
            .filter(plan -> !plan.key().equals(MilestoneReader.REFUSED))
            .filter(plan -> Collections.frequency(keys, plan.key()) == 1)
            .toList();
    Map<String, @Nullable String> after = new HashMap<>();
    certain.forEach(plan -> after.put(plan.key(), plan.fund().after()));
    for (MilestonePlan plan : certain) {
      if (waitsForItself(plan.key(), after)) {
        violations.add(
            MILESTONES.to(keys.indexOf(plan.key())).to("fund").to("after"),
            "cycle",
            "This milestone would wait for itself: " + plan.key() + ".");
      }
    }
  }

  private static boolean waitsForItself(String key, Map<String, @Nullable String> after) {
    Set<String> passed = new HashSet<>();
    String next = after.get(key);
    while (next != null && !next.equals(key) && passed.add(next)) {
      next = after.get(next);
    }
    // A key that follows itself directly was named as such already.
    return key.equals(next) && !key.equals(after.get(key));
  }

  private static void checkWorstCase(Violations violations, HirePlan plan) {
    Money cap = plan.cap();
    List<Money> amounts = plan.milestones().stream().map(MilestonePlan::amount).toList();
    if (cap == null
        || !cap.isPositive()
        || amounts.isEmpty()
        || !amounts.stream().allMatch(Money::isPositive)) {
      return;
    }
    Money worst = plan.worstCase();
    if (cap.compareTo(worst) < 0) {
      violations.add(
          TermsReader.CAP,
          "below_worst_case",
          "The milestones cost up to " + worst + " with every fee; the cap is " + cap + ".");
    }
  }
}
