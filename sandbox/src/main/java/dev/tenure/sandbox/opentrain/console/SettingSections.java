package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.console.Section;
import dev.tenure.sandbox.console.Table.Button;
import dev.tenure.sandbox.console.Table.Cell;
import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.Faults;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.pages.Formats;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Rule;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be switched: accounts with their gates, people, faults. */
@Singleton
record SettingSections(World world, Faults faultsInForce) {

  Section<Account> accounts() {
    return new Section<Account>(
            "accounts",
            "Accounts",
            "What each may do; the scopes are those of its usable tokens.",
            world.accounts::size,
            filter -> world.accounts.oldestFirst())
        .column("Account", account -> account.id() + " · " + account.name())
        .cells("Claimed", account -> account.claimed() ? Cell.mark("claimed") : claim(account.id()))
        .marks(
            "Card",
            account -> account.cardDeclines() ? "declines" : account.card() ? "on file" : "none")
        .column("Credits", account -> Formats.money(account.availableCents()))
        .column("Held", account -> Formats.money(account.reservedCents()))
        .column("Features off", SettingSections::featuresOff)
        .column("Tokens", account -> tokens(account.id()))
        .buttons(SettingSections::switches);
  }

  private static List<Button> switches(Account account) {
    String path = "/console/accounts/" + account.id();
    return List.of(
        toggle(account.claimed() ? "Unclaim" : "Claim", path, "claimed", account.claimed()),
        toggle(account.card() ? "Remove card" : "Add card", path, "card", account.card()),
        toggle(
            account.cardDeclines() ? "Card pays again" : "Card declines",
            path,
            "cardDeclines",
            account.cardDeclines()));
  }

  /** A link to the page on which a person takes it over, while its agent waits for that. */
  private Cell claim(String accountId) {
    return world
        .registrations
        .newestFirst(one -> one.accountId().equals(accountId))
        .flatMap(one -> Stream.ofNullable(one.attempt()))
        .filter(attempt -> world.now().isBefore(attempt.expiresAt()))
        .findFirst()
        .map(attempt -> Cell.link("unclaimed: open its page", "/claim?token=" + attempt.token()))
        .orElse(Cell.mark("unclaimed"));
  }

  private static Button toggle(String words, String path, String name, boolean now) {
    return new Button(words, path, name, Boolean.toString(!now));
  }

  private static String featuresOff(Account account) {
    return account.features().entrySet().stream()
        .filter(entry -> !entry.getValue())
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String tokens(String accountId) {
    return world
        .tokens
        .oldestFirst(token -> token.accountId().equals(accountId) && token.usable(world.now()))
        .map(SettingSections::token)
        .collect(Collectors.joining("; "));
  }

  private static String token(AccessToken token) {
    boolean all = token.scopes().containsAll(Scope.ALL);
    return token.id() + ": " + (all ? "every scope" : String.join(", ", token.scopes()));
  }

  /** What somebody does by habit. */
  private record Habit(String who, String about, String does, String after) {

    static Habit of(Rule rule) {
      return new Habit(
          "people" + ofAccount(rule.account()),
          (rule.type().equals("*") ? "every approval" : rule.type())
              + (rule.subject() == null ? "" : " of " + rule.subject()),
          rule.decision().word(),
          rule.beforeExpiryMs() == null
              ? rule.delayMs() + " ms"
              : rule.beforeExpiryMs() + " ms before the end");
    }

    static Habit of(PeoplePolicy.Trainer trainer) {
      return new Habit(
          "trainers" + ofAccount(trainer.account()),
          "every funded milestone",
          "deliver",
          trainer.delayMs() + " ms");
    }

    private static String ofAccount(@Nullable String account) {
      return account == null ? "" : " of " + account;
    }
  }

  Section<?> people() {
    PeoplePolicy policy = world.people();
    List<Habit> habits =
        Stream.concat(
                policy.approvals().stream().map(Habit::of),
                Stream.of(policy.trainer())
                    .filter(PeoplePolicy.Trainer::requestPayout)
                    .map(Habit::of))
            .toList();
    return new Section<Habit>(
            "people",
            "People",
            "The first habit that fits an approval decides; without one everybody ignores it. Seed "
                + policy.seed()
                + ".",
            habits::size,
            filter -> habits.stream())
        .column("Who", Habit::who)
        .column("About", Habit::about)
        .marks("Does", Habit::does)
        .column("After", Habit::after);
  }

  Section<Fault> faults() {
    return new Section<Fault>(
            "faults",
            "Faults",
            "What the next matching requests run into.",
            () -> faultsInForce.all().size(),
            filter -> faultsInForce.all().stream())
        .column("Fault", Fault::id)
        .marks("Kind", fault -> fault.kind().word())
        .column("Method", fault -> fault.order().method())
        .column("Path", Fault::where)
        .column("Hits", fault -> fault.hits() + " of " + fault.order().times())
        .buttons(fault -> List.of(new Button("Lift", "/console/faults/lift", "id", fault.id())));
  }
}
