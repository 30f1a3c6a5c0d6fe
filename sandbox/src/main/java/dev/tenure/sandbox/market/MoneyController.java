package dev.tenure.sandbox.market;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Links;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.rules.TopUps;
import dev.tenure.sandbox.wire.CreditsJson;
import dev.tenure.sandbox.wire.PaymentsJson;
import dev.tenure.sandbox.wire.TopUpJson;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Invoice;
import dev.tenure.sandbox.world.LedgerEntry;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.TopUp;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The credits account, its ledger, and unfinished bills. */
@Controller(Desk.API)
@ExecuteOn(TaskExecutors.BLOCKING)
class MoneyController {
  private static final int RECENT = 10;
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST = 100;

  private static final BigDecimal LEAST_USD = BigDecimal.TEN;
  private static final BigDecimal MOST_USD = new BigDecimal("10000");

  private final Desk desk;
  private final Bodies bodies;
  private final World world;
  private final TopUps topUps;
  private final Links links;

  MoneyController(Desk desk, Bodies bodies, World world, TopUps topUps, Links links) {
    this.desk = desk;
    this.bodies = bodies;
    this.world = world;
    this.topUps = topUps;
    this.links = links;
  }

  @Get("/credits")
  HttpResponse<Object> credits(HttpRequest<?> request) {
    return desk.serve(
        request,
        Gate.READ_CREDITS,
        caller ->
            Answer.ok(
                CreditsJson.of(
                    caller.account(),
                    mine(caller, world.ledger.newestFirst()).limit(RECENT).toList())));
  }

  @Get("/credits/ledger")
  HttpResponse<Object> ledger(HttpRequest<?> request) {
    return desk.serve(request, Gate.READ_CREDITS, caller -> ledger(caller, new Query(request)));
  }

  @Post("/credits/top-ups")
  @Consumes(MediaType.ALL)
  HttpResponse<Object> topUp(HttpRequest<byte[]> request) {
    return desk.serve(
        request,
        Gate.TOP_UP,
        caller -> {
          TopUp made = topUps.ask(caller, amount(bodies.read(request)));
          return Answer.created(TopUpJson.of(made).requested(links.checkout(made.id())));
        });
  }

  @Get("/credits/top-ups/{topUpId}")
  HttpResponse<Object> topUp(HttpRequest<?> request, String topUpId) {
    return desk.serve(
        request,
        Gate.READ_CREDITS,
        caller -> Answer.ok(new TopUpJson.One(TopUpJson.of(topUps.see(caller, topUpId)))));
  }

  @Get("/payments/pending")
  HttpResponse<Object> pending(HttpRequest<?> request) {
    return desk.serve(
        request,
        Gate.READ_PAYMENTS,
        caller ->
            Answer.ok(
                new PaymentsJson(
                    world
                        .invoices
                        .newestFirst()
                        .filter(Invoice::open)
                        .filter(invoice -> caller.owns(invoice.accountId()))
                        .map(this::payment)
                        .toList())));
  }

  private static long amount(Fields body) {
    BigDecimal usd = within(body.maybeUsd("amountUsd"));
    BigDecimal alias = within(body.maybeUsd("amount"));
    if (usd == null && alias == null) {
      throw Refusal.field("amountUsd", "is required");
    }
    return Money.cents(requireNonNull(usd == null ? alias : usd));
  }

  private static @Nullable BigDecimal within(@Nullable BigDecimal usd) {
    if (usd != null && (usd.compareTo(LEAST_USD) < 0 || usd.compareTo(MOST_USD) > 0)) {
      throw Refusal.field("amountUsd", "must be from 10 to 10000");
    }
    return usd;
  }

  private Answer ledger(Caller caller, Query query) {
    int limit = query.limit(DEFAULT_LIMIT, LARGEST);
    String cursor = query.text("cursor");
    if (cursor != null && !world.ledger.holds(cursor)) {
      throw Refusal.field("cursor", "is not one that this list gave");
    }
    Stream<LedgerEntry> all =
        cursor == null ? world.ledger.newestFirst() : world.ledger.before(cursor);
    List<LedgerEntry> found = mine(caller, all).limit(limit + 1L).toList();
    List<LedgerEntry> page = found.subList(0, Math.min(limit, found.size()));
    return Answer.ok(
        new CreditsJson.Ledger(
            page.stream().map(CreditsJson.Entry::of).toList(),
            found.size() > limit ? page.getLast().id() : null));
  }

  private PaymentsJson.Payment payment(Invoice invoice) {
    Contract contract =
        invoice.contractId() == null ? null : world.contracts.find(invoice.contractId());
    return PaymentsJson.Payment.of(invoice, world.jobs.get(invoice.jobId()), contract);
  }

  private static Stream<LedgerEntry> mine(Caller caller, Stream<LedgerEntry> entries) {
    return entries.filter(entry -> caller.owns(entry.accountId()));
  }
}
