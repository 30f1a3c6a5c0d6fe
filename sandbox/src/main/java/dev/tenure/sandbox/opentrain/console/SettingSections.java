package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.Faults;
import dev.tenure.sandbox.opentrain.console.Table.Button;
import dev.tenure.sandbox.opentrain.console.Table.Cell;
import dev.tenure.sandbox.opentrain.console.Table.Row;
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
class SettingSections {
  private final World world;
  private final Faults faults;

  SettingSections(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  Section accounts() {
    return new Section(
        "accounts",
        "Accounts",
        "What each may do; the scopes are those of its usable tokens.",
        List.of("Account", "Claimed", "Card", "Credits", "Held", "Features off", "Tokens"),
        world.accounts::size,
        filter -> world.accounts.oldestFirst().map(this::account));
  }

  private Row account(Account account) {
    String path = "/console/accounts/" + account.id();
    return Row.of(
            Cell.of(account.id() + " · " + account.name()),
            account.claimed() ? Cell.mark("claimed") : claim(account.id()),
            Cell.mark(account.cardDeclines() ? "declines" : account.card() ? "on file" : "none"),
            Cell.of(Formats.money(account.availableCents())),
            Cell.of(Formats.money(account.reservedCents())),
            Cell.of(featuresOff(account)),
            Cell.of(tokens(account.id())))
        .with(
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

  Section people() {
    PeoplePolicy policy = world.people();
    List<Row> habits =
        Stream.concat(
                policy.approvals().stream().map(SettingSections::habit),
                Stream.of(policy.trainer())
                    .filter(PeoplePolicy.Trainer::requestPayout)
                    .map(SettingSections::delivery))
            .toList();
    return new Section(
        "people",
        "People",
        "The first habit that fits an approval decides; without one everybody ignores it. Seed "
            + policy.seed()
            + ".",
        List.of("Who", "About", "Does", "After"),
        habits::size,
        filter -> habits.stream());
  }

  private static Row delivery(PeoplePolicy.Trainer trainer) {
    return Row.of(
        Cell.of("trainers" + of(trainer.account())),
        Cell.of("every funded milestone"),
        Cell.mark("deliver"),
        Cell.of(trainer.delayMs() + " ms"));
  }

  private static String of(@Nullable String account) {
    return account == null ? "" : " of " + account;
  }

  private static Row habit(Rule rule) {
    return Row.of(
        Cell.of("people" + of(rule.account())),
        Cell.of(
            (rule.type().equals("*") ? "every approval" : rule.type())
                + (rule.subject() == null ? "" : " of " + rule.subject())),
        Cell.mark(rule.decision()),
        Cell.of(
            rule.beforeExpiryMs() == null
                ? rule.delayMs() + " ms"
                : rule.beforeExpiryMs() + " ms before the end"));
  }

  Section faults() {
    return new Section(
        "faults",
        "Faults",
        "What the next matching requests run into.",
        List.of("Fault", "Kind", "Method", "Path", "Hits"),
        () -> faults.all().size(),
        filter -> faults.all().stream().map(SettingSections::fault));
  }

  private static Row fault(Fault fault) {
    return Row.of(
            Cell.of(fault.id()),
            Cell.mark(fault.order().kind().word()),
            Cell.of(fault.order().method()),
            Cell.of(fault.order().path()),
            Cell.of(fault.hits() + " of " + fault.order().times()))
        .with(new Button("Lift", "/console/faults/lift", "id", fault.id()));
  }
}
