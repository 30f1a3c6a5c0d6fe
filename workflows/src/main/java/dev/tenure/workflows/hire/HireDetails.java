package dev.tenure.workflows.hire;

import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.BudgetUsage;
import dev.tenure.model.money.MoneyTotals;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the Temporal Web UI shows of a hire: current details and search attributes. */
final class HireDetails {
  private final Map<String, Object> shown = new LinkedHashMap<>();

  void show(RecordBatch hire) {
    Workflow.setCurrentDetails(text(hire.hire(), hire.milestones()));
    List<SearchAttributeUpdate<?>> changed =
        SearchAttributes.of(hire.hire(), hire.incidents()).stream().filter(this::isNew).toList();
    if (!changed.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(changed.toArray(SearchAttributeUpdate[]::new));
    }
  }

  private boolean isNew(SearchAttributeUpdate<?> update) {
    Object value = update.getValue().orElseThrow();
    return !value.equals(shown.put(update.getKey().getName(), value));
  }

  private static String text(HireDocument header, List<MilestoneDocument> milestones) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(header.status().wire()).append("**");
    if (header.paused()) {
      text.append(" · paused, nothing new is asked for");
    }
    if (header.contractId() != null) {
      text.append(" · contract `").append(header.contractId()).append('`');
    }
    text.append("\n\n");
    BudgetUsage budget = header.budgetUsage();
    if (budget != null) {
      text.append("Budget: **").append(budget.state()).append("**\n\n");
    }
    header.waitingFor().forEach(waiting -> text.append(line(waiting)));
    MoneyTotals money = header.money();
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
    milestones.forEach(
        milestone ->
            text.append("| ")
                .append(milestone.key())
                .append(" | ")
                .append(milestone.amount().withCode())
                .append(" | ")
                .append(milestone.state().wire())
                .append(" |\n"));
    return text.toString();
  }

  private static String line(Wait waiting) {
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
