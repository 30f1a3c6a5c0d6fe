package dev.tenure.workflows;

import dev.tenure.model.HireEvent;
import dev.tenure.model.RecordBatch;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What others get to see of the book: what is new for the journal, or all of it. */
final class Reports {
  private final Book book;
  private final News news;

  Reports(Book book) {
    this.book = book;
    this.news = book.news;
  }

  boolean hasNews() {
    return !news.isEmpty();
  }

  /** Everything new since the last call, for the journal. */
  RecordBatch takeNews() {
    RecordBatch batch = batch(news.milestones, news.approvals, news.incidents, news.events);
    news.clear();
    return batch;
  }

  /** The documents changed since the last batch: what a command answers with. */
  RecordBatch unrecorded() {
    return batch(news.milestones, news.approvals, news.incidents, List.of());
  }

  /** The whole hire, for whoever asks. */
  RecordBatch everything() {
    return batch(
        book.state.milestones.keySet(),
        book.state.approvals.keySet(),
        book.state.incidents.keySet(),
        List.of());
  }

  private RecordBatch batch(
      Set<String> milestones,
      Set<String> approvals,
      Set<String> incidents,
      List<HireEvent> events) {
    return new RecordBatch(
        book.input.hireId(),
        Workflow.getInfo().getRunId(),
        book.state.continuedFrom,
        Header.of(book),
        pick(book.state.milestones, milestones),
        pick(book.state.approvals, approvals),
        pick(book.state.incidents, incidents),
        events);
  }

  private static <T> List<T> pick(Map<String, T> documents, Set<String> keys) {
    return documents.entrySet().stream()
        .filter(entry -> keys.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
