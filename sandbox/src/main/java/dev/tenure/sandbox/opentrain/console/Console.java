package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.clock.MarketClock.Reading;
import dev.tenure.sandbox.console.Parts;
import dev.tenure.sandbox.console.Section;
import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.pages.Formats;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page: the whole world, part by part, filtered by any id. */
@Controller("/")
@Hidden
@Produces(MediaType.TEXT_HTML)
class Console {
  private static final int FARTHEST = 1_000_000;
  private static final int MOST_ACCOUNTS = 20;

  private final World world;
  private final MarketSections market;
  private final HistorySections history;
  private final SettingSections settings;

  Console(World world, MarketSections market, HistorySections history, SettingSections settings) {
    this.world = world;
    this.market = market;
    this.history = history;
    this.settings = settings;
  }

  @Get
  ModelAndView<Map<String, Object>> show(
      @QueryValue(defaultValue = "") String tab,
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "1") @Min(1) @Max(FARTHEST) Integer page) {
    return page(tab, q.strip(), page, null);
  }

  /**
   * The page.
   *
   * @param tab the id of a part; of anything else the first one is shown
   * @param number of the page of that part, counted from 1
   */
  ModelAndView<Map<String, Object>> page(
      String tab, String filter, int number, @Nullable String refused) {
    List<Section<?>> sections =
        sections().stream().<Section<?>>map(section -> world.transact(section)).toList();
    Parts parts = Parts.of("/", world, sections, tab, filter, number);
    ConsolePage page =
        new ConsolePage(
            filter,
            refused,
            world.transact(this::clock),
            Stream.of(Fault.Kind.values())
                .filter(kind -> !kind.needsMore())
                .map(Fault.Kind::word)
                .toList(),
            parts,
            parts.table().id().equals("accounts")
                ? world.transact(() -> gates(filter.toLowerCase(Locale.ROOT)))
                : List.of());
    return new ModelAndView<>("console", Map.of("page", page));
  }

  private List<Supplier<? extends Section<?>>> sections() {
    return List.of(
        market::approvals,
        market::contracts,
        settings::accounts,
        market::proposals,
        history::ledger,
        history::feed,
        history::deliveries,
        settings::people,
        settings::faults,
        history::audit);
  }

  private ConsolePage.Clock clock() {
    Reading now = world.clock().read();
    String speed =
        BigDecimal.valueOf(world.clock().timeline().speed()).stripTrailingZeros().toPlainString();
    Duration window = Duration.ofMillis(world.settings().approvalWindowMs());
    return new ConsolePage.Clock(
        Formats.moment(now.market()),
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
        .oldestFirst(
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
