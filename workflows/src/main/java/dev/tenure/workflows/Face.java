package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.BudgetSnapshot;
import dev.tenure.model.HireDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.Waiting;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the Temporal Web UI shows of a hire: current details and search attributes. */
final class Face {
  private final Book book;
  private final Map<String, Object> shown = new LinkedHashMap<>();

  Face(Book book) {
    this.book = book;
  }

  void show() {
    Workflow.setCurrentDetails(details(Header.of(book)));
    List<SearchAttributeUpdate<?>> changed =
        SearchAttributes.of(book).stream().filter(this::isNew).toList();
    if (!changed.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(changed.toArray(SearchAttributeUpdate[]::new));
    }
  }

  private boolean isNew(SearchAttributeUpdate<?> update) {
    Object value = update.getValue().orElseThrow();
    return !value.equals(shown.put(update.getKey().getName(), value));
  }

  private String details(HireDocument hire) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(hire.status().wire()).append("**");
    if (hire.paused()) {
      text.append(" · paused, nothing new is asked for");
    }
    if (hire.contractId() != null) {
      text.append(" · contract `").append(hire.contractId()).append('`');
    }
    text.append("\n\n");
    BudgetSnapshot budget = book.state.budget;
    if (budget != null) {
      text.append("Budget: **").append(budget.state()).append("**\n\n");
    }
    hire.waitingFor().forEach(waiting -> text.append(line(waiting)));
    MoneyTotals money = hire.money();
    text.append(
            "\n| cap | committed | paid | fees (est.) | worst case |\n|---|---|---|---|---|\n| ")
        .append(money.cap() == null ? "none" : money.cap().withCode())
        .append(" | ")
        .append(money.committed().withCode())
        .append(" | ")
        .append(money.paid().withCode())
        .append(" | ")
        .append(money.feesEstimated().withCode())
        .append(" | ")
        .append(money.worstCase().withCode())
        .append(" |\n\n| milestone | amount | state |\n|---|---|---|\n");
    for (MilestoneDocument milestone : book.milestones()) {
      text.append("| ")
          .append(milestone.key())
          .append(" | ")
          .append(milestone.amount().withCode())
          .append(" | ")
          .append(milestone.state().wire())
          .append(" |\n");
    }
    return text.toString();
  }

  private static String line(Waiting waiting) {
    StringBuilder line = new StringBuilder("- waits for ").append(waiting.kind().wire());
    if (waiting.milestone() != null) {
      line.append(" · ").append(waiting.milestone());
    }
    if (waiting.deadline() != null) {
      line.append(" · until ").append(waiting.deadline());
    }
    if (waiting.url() != null) {
      line.append(" · [open](").append(waiting.url()).append(')');
    }
    return line.append('\n').toString();
  }
}
