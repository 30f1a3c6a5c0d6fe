package dev.tenure.sandbox.opentrain.console;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.console.Section;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened: money, events, deliveries, and what must never have happened. */
@Singleton
record HistorySections(World world, Violations violations) {

  Section<LedgerEntry> ledger() {
    return new Section<LedgerEntry>(
            "ledger",
            "Ledger",
            "Every entry of every credits account, newest first.",
            world.ledger::size,
            filter -> world.ledger.newestFirst())
        .column("When", entry -> when(entry.createdAt()))
        .column("Account", LedgerEntry::accountId)
        .marks("Entry", entry -> entry.type().name())
        .column("Amount", entry -> Formats.money(entry.amountCents()))
        .column("For", entry -> entry.milestoneId() == null ? entry.topUpId() : entry.milestoneId())
        .column("Note", LedgerEntry::note);
  }

  Section<FeedEvent> feed() {
    return new Section<FeedEvent>(
            "feed",
            "Feed",
            "What clients read from the updates feed, newest first.",
            world.feed::size,
            filter -> world.feed.newestFirst())
        .column("Event", event -> Long.toString(event.id()))
        .column("When", event -> when(event.createdAt()))
        .column("Account", FeedEvent::accountId)
        .marks("Type", FeedEvent::type)
        .column("Data", event -> event.data().toString().replaceAll("[{}]", ""));
  }

  Section<Delivery> deliveries() {
    return new Section<Delivery>(
            "deliveries",
            "Webhook deliveries",
            "Events on their way to subscribers, newest first.",
            world.deliveries::size,
            filter -> world.deliveries.newestFirst())
        .column("Delivery", Delivery::id)
        .column("Subscriber", this::subscriber)
        .column("Event", delivery -> Long.toString(delivery.eventId()))
        .marks("State", delivery -> delivery.state().name())
        .column("Attempts", delivery -> Integer.toString(delivery.attempts()))
        .column("Last outcome", Delivery::lastOutcome);
  }

  private String subscriber(Delivery delivery) {
    Webhook webhook = world.webhooks.find(delivery.webhookId());
    return delivery.webhookId() + (webhook == null ? "" : " · " + webhook.url());
  }

  /** An effect on money, or in its place what must never have happened, in words. */
  private record Finding(@Nullable MoneyEffect effect, String words) {

    String or(String otherwise, Function<MoneyEffect, String> told) {
      return effect == null ? otherwise : told.apply(effect);
    }
  }

  Section<?> audit() {
    List<String> found = violations.found();
    return new Section<Finding>(
            "audit",
            found.isEmpty() ? "Audit: nothing wrong" : "Audit: " + found.size() + " violations",
            "What must never have happened, then every effect on money, newest first.",
            () -> found.size() + world.effects.size(),
            filter ->
                Stream.concat(
                    found.stream().map(words -> new Finding(null, words)),
                    world.effects.newestFirst().map(effect -> new Finding(effect, ""))))
        .column("Effect", one -> one.or("!", effect -> Long.toString(effect.seq())))
        .column("When", one -> one.or("", effect -> when(effect.at())))
        .marks("Kind", one -> one.or("VIOLATION", MoneyEffect::kind))
        .column("Amount", one -> one.or("", effect -> Formats.money(effect.amountCents())))
        .column(
            "On",
            one -> one.or(one.words(), effect -> effect.contractId() + " " + effect.milestoneId()))
        .column("Allowed by", one -> one.or("", HistorySections::allowedBy));
  }

  private static String allowedBy(MoneyEffect effect) {
    return effect.inApp() ? "a person in the app" : requireNonNullElse(effect.approvalId(), "");
  }

  private String when(Instant market) {
    return Formats.moment(world.clock().wall(market));
  }
}
