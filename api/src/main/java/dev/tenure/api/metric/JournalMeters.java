package dev.tenure.api.metric;

import dev.tenure.journal.metric.FigureQueries;
import dev.tenure.journal.metric.Figures;
import dev.tenure.journal.metric.Figures.Account;
import dev.tenure.journal.metric.Figures.Waiting;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.RefusedStatementException;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gauges of the journal. They are read in the background, so that no scrape waits for the
 * database; while it is away they are absent, and {@code tenure_journal_up} is 0. Ages are reckoned
 * at the scrape.
 */
@Singleton
final class JournalMeters {

  private static final Logger LOG = LoggerFactory.getLogger(JournalMeters.class);
  private static final String EVERY = "${tenure.metrics.every:15s}";
  private static final double MILLIS = 1_000;

  private final FigureQueries queries;
  private final InstantSource clock = InstantSource.system();
  private final MultiGauge hires;
  private final MultiGauge pending;
  private final MultiGauge oldestPending;
  private final MultiGauge incidents;
  private final MultiGauge oldestIncident;
  private final MultiGauge feedAge;
  private final MultiGauge sweepAge;
  private final MultiGauge servedAge;
  private volatile boolean up;

  JournalMeters(FigureQueries queries, MeterRegistry registry) {
    this.queries = queries;
    Gauge.builder("tenure.journal.up", this, meters -> meters.up ? 1 : 0)
        .description("Whether the journal's database answered at the last look")
        .register(registry);
    hires = counts(registry, "tenure.hires", "Hires by status");
    pending = counts(registry, "tenure.approvals.pending", "Pending approvals by kind");
    oldestPending =
        ages(
            registry,
            "tenure.approvals.pending.oldest.age",
            "How long the oldest pending approval has waited; 0 where none is pending");
    incidents = counts(registry, "tenure.incidents.open", "Open incidents by cause");
    oldestIncident =
        ages(
            registry,
            "tenure.incidents.open.oldest.age",
            "How long the oldest open incident has been open; 0 where none is open");
    feedAge =
        ages(
            registry,
            "tenure.account.feed.age",
            "Time since the updates feed of the account was last followed");
    sweepAge =
        ages(
            registry,
            "tenure.account.sweep.age",
            "Time since the active contracts of the account were last read");
    servedAge =
        ages(
            registry,
            "tenure.account.served.age",
            "Time since a worker last said that it serves the account");
  }

  private static MultiGauge counts(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static MultiGauge ages(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).baseUnit("seconds").register(registry);
  }

  @Scheduled(fixedDelay = EVERY)
  void look() {
    try {
      show(queries.read());
      up = true;
    } catch (JournalUnavailable e) {
      LOG.debug("The journal is not counted now: {}", e.getMessage());
      up = false;
      showNothing();
    } catch (RefusedStatementException e) {
      LOG.warn("The journal cannot be counted: {}", e.getMessage());
      up = true;
      showNothing();
    }
  }

  private void showNothing() {
    Stream.of(
            hires, pending, oldestPending, incidents, oldestIncident, feedAge, sweepAge, servedAge)
        .forEach(gauge -> gauge.register(List.of(), true));
  }

  private void show(Figures figures) {
    hires.register(
        Stream.of(HireStatus.values())
            .map(HireStatus::wire)
            .<Row<?>>map(
                status ->
                    Row.of(Tags.of("status", status), figures.hires().getOrDefault(status, 0L)))
            .toList(),
        true);
    List<String> kinds = Stream.of(ApprovalKind.values()).map(ApprovalKind::wire).toList();
    pending.register(
        kinds.stream()
            .<Row<?>>map(kind -> Row.of(Tags.of("kind", kind), count(figures.pending().get(kind))))
            .toList(),
        true);
    oldestPending.register(
        kinds.stream()
            .<Row<?>>map(kind -> age(Tags.of("kind", kind), since(figures.pending().get(kind))))
            .toList(),
        true);
    incidents.register(
        Stream.of(IncidentCause.values())
            .map(IncidentCause::wire)
            .<Row<?>>map(
                cause -> Row.of(Tags.of("cause", cause), count(figures.incidents().get(cause))))
            .toList(),
        true);
    oldestIncident.register(List.of(age(Tags.empty(), oldest(figures.incidents().values()))), true);
    accounts(feedAge, figures, Account::feedAt);
    accounts(sweepAge, figures, Account::sweptAt);
    accounts(servedAge, figures, Account::servedAt);
  }

  /** One that was never read has no age, and no sample. */
  private void accounts(
      MultiGauge gauge, Figures figures, Function<Account, @Nullable Instant> moment) {
    gauge.register(
        figures.accounts().stream()
            .filter(account -> moment.apply(account) != null)
            .<Row<?>>map(account -> age(Tags.of("account", account.id()), moment.apply(account)))
            .toList(),
        true);
  }

  private Row<?> age(Tags tags, @Nullable Instant since) {
    return Row.of(tags, () -> since == null ? 0 : seconds(since));
  }

  /** Never below zero: the database's clock may be ahead of ours. */
  private double seconds(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / MILLIS);
  }

  private static long count(@Nullable Waiting waiting) {
    return waiting == null ? 0 : waiting.count();
  }

  private static @Nullable Instant since(@Nullable Waiting waiting) {
    return waiting == null ? null : waiting.since();
  }

  private static @Nullable Instant oldest(Collection<Waiting> all) {
    return all.stream().map(Waiting::since).min(Instant::compareTo).orElse(null);
  }
}
