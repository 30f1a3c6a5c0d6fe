package dev.tenure.sandbox.console;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.pages.Words;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The first page: the whole world on one page, filtered by any id. */
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsoleController {
  private final World world;
  private final MarketTables market;
  private final NewsTables news;
  private final SwitchTables switches;

  ConsoleController(World world, MarketTables market, NewsTables news, SwitchTables switches) {
    this.world = world;
    this.market = market;
    this.news = news;
    this.switches = switches;
  }

  @Get
  ModelAndView<Map<String, Object>> show(@QueryValue(defaultValue = "") String q) {
    return new ModelAndView<>("console", Map.of("page", page(q.strip())));
  }

  /** Each table by itself, so that clients need not wait for the whole page to be made. */
  private ConsolePage page(String filter) {
    return new ConsolePage(
        filter,
        Words.moment(world.now()),
        world.transact(this::clockNote),
        Stream.of(Fault.Kind.values()).map(Fault.Kind::word).toList(),
        Stream.<Function<String, Table>>of(
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
            .toList());
  }

  private String clockNote() {
    double speed = world.clock().timeline().speed();
    long minutes = Duration.between(world.clock().wall(), world.now()).toMinutes();
    return "%s ahead of the wall · speed %s · approvals last %s"
        .formatted(
            words(Duration.ofMinutes(minutes)),
            speed == 1 ? "1" : Double.toString(speed),
            words(Duration.ofMillis(world.settings().approvalWindowMs())));
  }

  private static String words(Duration duration) {
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
