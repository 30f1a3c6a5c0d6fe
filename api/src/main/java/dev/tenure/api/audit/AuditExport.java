package dev.tenure.api.audit;

import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.access.AuditEntry;
import dev.tenure.journal.access.AuditQuery;
import dev.tenure.journal.store.Slice;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The whole audit list as lines, read page by page as fast as the reader takes them, so that its
 * length does not matter.
 */
@Singleton
record AuditExport(AuditEntries entries, JsonMapper json) {

  private static final int PAGE = 500;

  /** What an entry has, in the order of its JSON. */
  private static final Collection<BeanProperty<AuditEntryJson, Object>> COLUMNS =
      BeanIntrospection.getIntrospection(AuditEntryJson.class).getBeanProperties();

  /** As RFC 4180 describes it, with a line of names. */
  Flux<String> csv(AuditQuery query) {
    return Flux.concat(
        Mono.just(
            COLUMNS.stream().map(BeanProperty::getName).collect(Collectors.joining(",")) + "\r\n"),
        pages(query)
            .map(page -> page.stream().map(AuditExport::line).collect(Collectors.joining())));
  }

  /** One JSON object a line. */
  Flux<String> jsonLines(AuditQuery query) {
    return pages(query)
        .map(page -> page.stream().map(this::jsonLine).collect(Collectors.joining()));
  }

  private Flux<List<AuditEntry>> pages(AuditQuery query) {
    var begin = new AuditQuery(query.hireId(), query.actor(), query.since(), query.before(), PAGE);
    return page(begin)
        .expand(
            slice -> slice.more() ? page(begin.after(slice.items().getLast().id())) : Mono.empty())
        .map(Slice::items);
  }

  private Mono<Slice<AuditEntry>> page(AuditQuery query) {
    return Mono.fromCallable(() -> entries.list(query)).subscribeOn(Schedulers.boundedElastic());
  }

  private String jsonLine(AuditEntry entry) {
    try {
      return json.writeValueAsString(AuditEntryJson.of(entry)) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(AuditEntry entry) {
    AuditEntryJson told = AuditEntryJson.of(entry);
    return COLUMNS.stream()
            .map(column -> cell(Objects.toString(column.get(told), "")))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A spreadsheet would take a cell that begins so for a formula. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
