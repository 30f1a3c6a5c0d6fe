package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.opentrain.console.Table.Cell;
import dev.tenure.sandbox.opentrain.console.Table.Row;
import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.event.Webhook;
import dev.tenure.sandbox.opentrain.model.money.LedgerEntry;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.pages.Formats;
import dev.tenure.sandbox.opentrain.rules.audit.Violations;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What happened: money, events, deliveries, and what must never have happened. */
@Singleton
class HistorySections {
  private final World world;
  private final Violations violations;

  HistorySections(World world, Violations violations) {
    this.world = world;
    this.violations = violations;
  }

  Section ledger() {
    return new Section(
        "ledger",
        "Ledger",
        "Every entry of every credits account, newest first.",
        List.of("When", "Account", "Entry", "Amount", "For", "Note"),
        world.ledger::size,
        filter -> world.ledger.newestFirst().map(this::entry));
  }

  private Row entry(LedgerEntry entry) {
    return Row.of(
        when(entry.createdAt()),
        Cell.of(entry.accountId()),
        Cell.mark(entry.type().name()),
        Cell.of(Formats.money(entry.amountCents())),
        Cell.of(entry.milestoneId() == null ? entry.topUpId() : entry.milestoneId()),
        Cell.of(entry.note()));
  }

  Section feed() {
    return new Section(
        "feed",
        "Feed",
        "What clients read from the updates feed, newest first.",
        List.of("Event", "When", "Account", "Type", "Data"),
        world.feed::size,
        filter -> world.feed.newestFirst().map(this::event));
  }

  private Row event(FeedEvent event) {
    return Row.of(
        Cell.of(Long.toString(event.id())),
        when(event.createdAt()),
        Cell.of(event.accountId()),
        Cell.mark(event.type()),
        Cell.of(event.data().toString().replaceAll("[{}]", "")));
  }

  Section deliveries() {
    return new Section(
        "deliveries",
        "Webhook deliveries",
        "Events on their way to subscribers, newest first.",
        List.of("Delivery", "Subscriber", "Event", "State", "Attempts", "Last outcome"),
        world.deliveries::size,
        filter -> world.deliveries.newestFirst().map(this::delivery));
  }

  private Row delivery(Delivery delivery) {
    Webhook webhook = world.webhooks.find(delivery.webhookId());
    return Row.of(
        Cell.of(delivery.id()),
        Cell.of(delivery.webhookId() + (webhook == null ? "" : " · " + webhook.url())),
        Cell.of(Long.toString(delivery.eventId())),
        Cell.mark(delivery.state().name()),
        Cell.of(Integer.toString(delivery.attempts())),
        Cell.of(delivery.lastOutcome()));
  }

  Section audit() {
    List<String> found = violations.found();
    return new Section(
        "audit",
        found.isEmpty() ? "Audit: nothing wrong" : "Audit: " + found.size() + " violations",
        "What must never have happened, then every effect on money, newest first.",
        List.of("Effect", "When", "Kind", "Amount", "On", "Allowed by"),
        () -> found.size() + world.effects.size(),
        filter ->
            Stream.concat(
                found.stream().map(HistorySections::violation),
                world.effects.newestFirst().map(this::effect)));
  }

  private static Row violation(String words) {
    return Row.of(
        Cell.of("!"),
        Cell.of(""),
        Cell.mark("VIOLATION"),
        Cell.of(""),
        Cell.of(words),
        Cell.of(""));
  }

  private Row effect(MoneyEffect effect) {
    return Row.of(
        Cell.of(Long.toString(effect.seq())),
        when(effect.at()),
        Cell.mark(effect.kind()),
        Cell.of(Formats.money(effect.amountCents())),
        Cell.of(effect.contractId() + " " + effect.milestoneId()),
        Cell.of(effect.inApp() ? "a person in the app" : effect.approvalId()));
  }

  private Cell when(Instant market) {
    return Cell.of(Formats.moment(world.clock().wall(market)));
  }
}
