package dev.tenure.sandbox.console;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.pages.Words;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Feature;
import dev.tenure.sandbox.world.MarketClock.Reading;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.Scope;
import dev.tenure.sandbox.world.World;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page out of the world. */
@Singleton
class Console {
  private static final int MOST_ACCOUNTS = 20;

  private final World world;
  private final MarketTables market;
  private final NewsTables news;
  private final SwitchTables switches;

  Console(World world, MarketTables market, NewsTables news, SwitchTables switches) {
    this.world = world;
    this.market = market;
    this.news = news;
    this.switches = switches;
  }

  /** Each table by itself, so that clients need not wait for the whole page to be made. */
  ModelAndView<Map<String, Object>> page(String filter, @Nullable String refused) {
    ConsolePage page =
        new ConsolePage(
            filter,
            refused,
            world.transact(this::clock),
            Stream.of(Fault.Kind.values())
                .filter(kind -> !kind.needsMore())
                .map(Fault.Kind::word)
                .toList(),
            tables(filter),
            world.transact(() -> gates(filter.toLowerCase(Locale.ROOT))));
    return new ModelAndView<>("console", Map.of("page", page));
  }

  private List<Table> tables(String filter) {
    return Stream.<Function<String, Table>>of(
            market::approvals,
            market::contracts,
            switches::accounts,
            market::proposals,
            news::ledger,
            news::feed,
            news::deliveries,
            switches::people,
            switches::faults,
            news::audit)
        .map(table -> world.transact(() -> table.apply(filter)))
        .toList();
  }

  private ConsolePage.Clock clock() {
    Reading now = world.clock().read();
    String speed =
        BigDecimal.valueOf(world.clock().timeline().speed()).stripTrailingZeros().toPlainString();
    Duration window = Duration.ofMillis(world.settings().approvalWindowMs());
    return new ConsolePage.Clock(
        Words.moment(now.market()),
        "%s ahead of the wall · speed %s · approvals last %s"
            .formatted(words(now.ahead()), speed, words(window)),
        speed,
        BigDecimal.valueOf(window.toMillis(), 3).stripTrailingZeros().toPlainString());
  }

  private static String words(Duration duration) {
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }

  private List<ConsolePage.Gated> gates(String wanted) {
    return world
        .accounts
        .oldestFirst()
        .filter(
            account -> (account.id() + account.name()).toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST_ACCOUNTS)
        .map(this::gates)
        .toList();
  }

  private ConsolePage.Gated gates(Account account) {
    return new ConsolePage.Gated(
        account.id(),
        Money.usd(account.availableCents()).toPlainString(),
        Feature.ALL.stream().map(key -> new ConsolePage.Check(key, account.may(key))).toList(),
        world.ownersToken(account.id()).map(Console::scopes).orElse(List.of()));
  }

  private static List<ConsolePage.Check> scopes(AccessToken token) {
    return Scope.ALL.stream()
        .map(scope -> new ConsolePage.Check(scope, token.scopes().contains(scope)))
        .toList();
  }
}
