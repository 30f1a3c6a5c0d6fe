package dev.tenure.sandbox.people;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.market.Orders;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.PeoplePolicy;
import dev.tenure.sandbox.world.PeoplePolicy.Decision;
import dev.tenure.sandbox.world.PeoplePolicy.Rule;
import dev.tenure.sandbox.world.PeoplePolicy.Trainer;
import dev.tenure.sandbox.world.PeoplePolicy.When;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the policy of the simulated people. */
public final class Habits {
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;
  private static final Set<Decision> OF_MILESTONES =
      EnumSet.of(Decision.CANCEL, Decision.REFUND, Decision.DISPUTE);

  private final Predicate<String> accounts;

  private Habits(Predicate<String> accounts) {
    this.accounts = accounts;
  }

  /**
   * The policy of a request or a scenario.
   *
   * @param accounts whether there is such an account
   */
  public static PeoplePolicy read(Fields body, Predicate<String> accounts) {
    return new Habits(accounts).policy(body);
  }

  private PeoplePolicy policy(Fields body) {
    Fields trainer = body.maybeObject("trainer");
    return new PeoplePolicy(
        body.objects("approvals").stream().map(this::rule).toList(),
        trainer == null ? PeoplePolicy.ABSENT.trainer() : trainer(trainer),
        body.whole("seed", 0, Integer.MAX_VALUE, 0));
  }

  private Trainer trainer(Fields trainer) {
    long delay = trainer.whole("delayMs", 0, LONGEST_MS, 0);
    return new Trainer(
        account(trainer),
        trainer.flag("requestPayout", false),
        delay,
        maybe(trainer, "maxDelayMs", delay),
        share(trainer, "silent"),
        trainer.flag("greets", false));
  }

  private Rule rule(Fields rule) {
    ApprovalType type = type(rule);
    Decision decision = decision(rule);
    if (OF_MILESTONES.contains(decision)
        && type != ApprovalType.MILESTONE_FUND
        && type != ApprovalType.MILESTONE_APPROVE) {
      throw Refusal.field(rule.name("type"), "must be milestone_fund or milestone_approve here");
    }
    if (decision == Decision.END && (type == null || type == ApprovalType.PROPOSAL_HIRE)) {
      throw Refusal.field(rule.name("type"), "must be of a contract that can be ended");
    }
    Fields edit = rule.maybeObject("edit");
    long delay = rule.whole("delayMs", 0, LONGEST_MS, 0);
    return new Rule(
        type,
        account(rule),
        rule.maybeText("subject"),
        decision,
        new When(delay, maybe(rule, "maxDelayMs", delay), maybe(rule, "beforeExpiryMs", 1)),
        share(rule, "probability"),
        rule.flag("twice", false),
        edit == null ? null : Orders.edit(edit));
  }

  private @Nullable String account(Fields fields) {
    String account = fields.maybeText("account");
    if (account != null && !accounts.test(account)) {
      throw Refusal.field(fields.name("account"), "is not an account");
    }
    return account;
  }

  private static Decision decision(Fields rule) {
    String word = rule.text("decision");
    return Stream.of(Decision.values())
        .filter(known -> known.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> Refusal.field(rule.name("decision"), "must be one of " + words()));
  }

  private static String words() {
    return Stream.of(Decision.values())
        .map(decision -> decision.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable ApprovalType type(Fields rule) {
    String type = rule.maybeText("type");
    if (type == null || type.equals("*")) {
      return null;
    }
    return ApprovalType.named(type)
        .orElseThrow(() -> Refusal.field(rule.name("type"), "is not a type of approval"));
  }

  private static @Nullable Long maybe(Fields fields, String name, long least) {
    return fields.has(name) ? (Long) fields.whole(name, least, LONGEST_MS, least) : null;
  }

  private static @Nullable Double share(Fields fields, String name) {
    BigDecimal share = fields.maybePositive(name);
    if (share != null && share.compareTo(BigDecimal.ONE) > 0) {
      throw Refusal.field(fields.name(name), "must be above 0 and at most 1");
    }
    return share == null ? null : (Double) share.doubleValue();
  }
}
