package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Eventually;
import dev.tenure.activities.RealJournal;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.HireEvent;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.opentrain.HireWorkflow;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A contract that turns up after its hire was closed. */
class ReopeningTest extends WithAWorker {

  @Test
  void aCancelledHireIsTakenUpAgainOnceWhenPeopleHireAllTheSame() throws Exception {
    work();
    // Keeps the sweep awake.
    RealJournal.hire(account, "prp_6");
    String id = begin("prp_7");
    Eventually.holds(() -> assertThat(hire(id).status()).isEqualTo(HireStatus.AWAITING_APPROVAL));
    String approval = hire(id).waitingFor().getFirst().approvalId();
    temporal
        .getWorkflowClient()
        .newWorkflowStub(HireWorkflow.class, WorkflowIds.hire(id))
        .cancel(null);
    control("POST", "/sandbox/approvals/" + approval + "/decline", "");
    Eventually.holds(() -> assertThat(hire(id).status()).isEqualTo(HireStatus.CANCELLED));
    long version = hire(id).version();

    control(
        "POST",
        "/sandbox/proposals/prp_7/hire",
        "{\"milestone\":{\"name\":\"Batch\",\"amount\":450}}");

    Eventually.holds(
        () -> assertThat(events(id)).extracting(HireEvent::type).contains("hire.reopened"));
    Eventually.holds(() -> assertThat(hire(id).contractId()).isNotNull());
    assertThat(hire(id).status().closed()).isFalse();
    assertThat(hire(id).version()).isGreaterThan(version);
    List<HireEvent> told = events(id);
    assertThat(told).extracting(HireEvent::type).containsOnlyOnce("hire.reopened");
    assertThat(told)
        .as("one telling goes on, it does not begin anew")
        .extracting(HireEvent::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, told.size()).boxed().toList());
  }

  private static HireDocument hire(String id) {
    return RealJournal.hires().find(id).orElseThrow().document();
  }

  private static List<HireEvent> events(String id) {
    return RealJournal.bean(EventFeed.class).after(id, 0, 200).items().stream()
        .map(view -> view.event())
        .toList();
  }
}
