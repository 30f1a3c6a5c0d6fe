package dev.tenure.sandbox.scenario;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.people.Habits;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.PaymentType;
import dev.tenure.sandbox.world.Settings;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds the parts of a scenario in their order: each may speak of those before it. */
@Singleton
class Builder {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  private final World world;
  private final Accounts accounts;
  private final Proposals proposals;
  private final Work work;

  Builder(World world, Accounts accounts, Proposals proposals, Work work) {
    this.world = world;
    this.accounts = accounts;
    this.proposals = proposals;
    this.work = work;
  }

  void build(Fields scenario) {
    scenario.maybeText("name");
    scenario.maybeText("about");
    each(scenario, "accounts", accounts::build);
    if (world.accounts.size() == 0) {
      throw Refusal.field("accounts", "must name at least one");
    }
    each(scenario, "jobs", this::job);
    each(scenario, "proposals", proposals::build);
    each(scenario, "contracts", work::build);
    Fields settings = scenario.maybeObject("settings");
    if (settings != null) {
      world.set(
          Settings.DEFAULT.window(
              settings.whole(
                  "approvalWindowMs", 1, LONGEST_MS, Settings.DEFAULT.approvalWindowMs())));
    }
    Fields people = scenario.maybeObject("people");
    if (people != null) {
      world.set(Habits.read(people, world.accounts::holds));
    }
  }

  /** An id that nothing else has, as it may stand in a path. */
  static String freshId(Fields fields, Predicate<String> taken) {
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw Refusal.field(fields.name("id"), "must be letters, digits, _ and -");
    }
    if (taken.test(id)) {
      throw Refusal.field(fields.name("id"), "is taken");
    }
    return id;
  }

  static <E extends Enum<E>> E word(Fields fields, String field, E[] known, E otherwise) {
    String word = fields.maybeText(field);
    return word == null
        ? otherwise
        : Stream.of(known)
            .filter(one -> one.name().equals(word))
            .findFirst()
            .orElseThrow(() -> Refusal.field(fields.name(field), "is not known"));
  }

  private static void each(Fields scenario, String field, Consumer<Fields> build) {
    scenario.objects(field).forEach(build);
  }

  private void job(Fields fields) {
    String id = freshId(fields, world.jobs::holds);
    String account = fields.text("account");
    if (!world.accounts.holds(account)) {
      throw Refusal.field(fields.name("account"), "is not an account of this scenario");
    }
    boolean published = fields.flag("published", true);
    world.jobs.put(
        id,
        new Job(
            id,
            account,
            fields.text("title"),
            word(fields, "paymentType", PaymentType.values(), PaymentType.FIXED_PRICE),
            world.now(),
            fields.maybeText("description"),
            null,
            world.now(),
            published ? world.now() : null));
  }
}
