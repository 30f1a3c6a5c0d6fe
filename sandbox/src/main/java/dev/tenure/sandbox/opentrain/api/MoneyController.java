package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.CreditsJson;
import dev.tenure.sandbox.opentrain.json.PaymentsJson;
import dev.tenure.sandbox.opentrain.json.TopUpJson;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.money.Invoice;
import dev.tenure.sandbox.opentrain.model.money.LedgerEntry;
import dev.tenure.sandbox.opentrain.model.money.TopUp;
import dev.tenure.sandbox.opentrain.request.TopUpRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The credits account, its ledger, and unfinished bills. */
@Controller(ApiPath.V1)
class MoneyController {
  private static final int RECENT = 10;
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST = 100;

  private final World world;
  private final Credits credits;
  private final Links links;

  MoneyController(World world, Credits credits, Links links) {
    this.world = world;
    this.credits = credits;
    this.links = links;
  }

  /** The credits account. */
  @Get("/credits")
  @Gated(Gate.READ_CREDITS)
  CreditsJson credits(Caller caller) {
    return CreditsJson.of(
        caller.account(), mine(caller, world.ledger.newestFirst()).limit(RECENT).toList());
  }

  /** Its entries. */
  @Get("/credits/ledger")
  @Gated(Gate.READ_CREDITS)
  CreditsJson.Ledger ledger(
      Caller caller,
      @QueryValue @Nullable @Min(1) @Max(LARGEST) Integer limit,
      @QueryValue @Nullable String cursor) {
    Stream<LedgerEntry> rest = mine(caller, world.ledger.before(Texts.given(cursor)));
    Slice<LedgerEntry> page = Slice.of(rest, requireNonNullElse(limit, DEFAULT_LIMIT));
    return new CreditsJson.Ledger(page.map(CreditsJson.Entry::of), page.next(LedgerEntry::id));
  }

  /** Ask for more credits. */
  @Post("/credits/top-ups")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Gated(Gate.TOP_UP)
  TopUpJson.Requested topUp(Caller caller, @Body TopUpRequest body) {
    TopUp made = credits.askForTopUp(caller, body.cents());
    return TopUpJson.of(made).requested(links.checkout(made.id()));
  }

  /** A top-up. */
  @Get("/credits/top-ups/{topUpId}")
  @Gated(value = Gate.READ_CREDITS, refuses = 404)
  TopUpJson.One topUp(Caller caller, String topUpId) {
    return new TopUpJson.One(TopUpJson.of(credits.seeTopUp(caller, topUpId)));
  }

  /** Bills that wait. */
  @Get("/payments/pending")
  @Gated(Gate.READ_PAYMENTS)
  PaymentsJson pending(Caller caller) {
    return new PaymentsJson(
        world
            .invoices
            .newestFirst(Invoice::open)
            .filter(invoice -> caller.owns(invoice.accountId()))
            .map(this::payment)
            .toList());
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
