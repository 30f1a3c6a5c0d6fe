package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.Eventually;
import dev.tenure.model.hire.ApprovalStatus;
import io.temporal.client.WorkflowNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what a hire recorded to what a receiver got: real journal, real HTTP. */
class ReminderJourneyTest {

  private static final Duration WINDOW = Duration.ofDays(3);

  private final ReminderWorld world;

  ReminderJourneyTest() throws IOException {
    world = new ReminderWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aPendingApprovalIsAnnouncedAndEscalatedInItsOwnWindow() throws Exception {
    world.record(ApprovalStatus.PENDING, WINDOW);
    world.rounds().next();
    world.reminding().getResult(Void.class);
    assertThat(world.arrived(world.team)).containsExactly(team(1), team(2));
    assertThat(world.arrived(world.lead)).containsExactly(world.approval + ".2.webhook-escalation");
    Receiver.Taken first =
        world.team.taken().stream()
            .filter(taken -> taken.id().equals(team(1)))
            .findFirst()
            .orElseThrow();
    assertThat(first.json().at("/data/milestone").asText()).isEqualTo("m1 (Batch)");
  }

  @Test
  void aDecisionCallsTheRestOff() throws Exception {
    world.record(ApprovalStatus.PENDING, WINDOW);
    world.rounds().next();
    Eventually.holds(() -> assertThat(world.arrived(world.team)).hasSize(1));
    world.record(ApprovalStatus.CONFIRMED, WINDOW);
    world.rounds().next();
    world.reminding().getResult(Void.class);
    assertThat(world.arrived(world.team)).hasSize(1);
  }

  @Test
  void anApprovalThatCameBackIntoSightIsRemindedOfAgain() throws Exception {
    world.record(ApprovalStatus.PENDING, WINDOW);
    world.rounds().next();
    Eventually.holds(() -> assertThat(world.arrived(world.team)).hasSize(1));
    world.record(ApprovalStatus.LOST_SIGHT, WINDOW);
    world.rounds().next();
    world.reminding().getResult(Void.class);
    world.record(ApprovalStatus.PENDING, WINDOW);
    world.rounds().next();
    Eventually.holds(() -> assertThat(world.arrived(world.team)).containsExactly(team(1), team(1)));
  }

  @Test
  void repeatedRoundsBeginAndCallOffOnce() throws Exception {
    world.record(ApprovalStatus.PENDING, WINDOW);
    world.rounds().next();
    world.journalForgets();
    world.rounds().next();
    world.rounds().next();
    Eventually.holds(() -> assertThat(world.arrived(world.team)).hasSize(1));
    world.record(ApprovalStatus.DECLINED, WINDOW);
    world.rounds().next();
    world.rounds().next();
    world.reminding().getResult(Void.class);
    assertThat(world.arrived(world.team)).hasSize(1);
    assertThat(world.journal.toBegin(100))
        .noneMatch(subject -> subject.hireId().equals(world.hire));
    assertThat(world.journal.toCallOff(100))
        .noneMatch(subject -> subject.hireId().equals(world.hire));
  }

  @Test
  void withoutAChannelNobodyIsRemindedUntilThereIsOne() throws Exception {
    world.record(ApprovalStatus.PENDING, WINDOW);
    world.roundsWithoutAChannel().next();
    assertThatThrownBy(() -> world.reminding().describe())
        .isInstanceOf(WorkflowNotFoundException.class);
    world.rounds().next();
    Eventually.holds(() -> assertThat(world.arrived(world.team)).hasSize(1));
  }

  @Test
  void theLastReminderArrivesOnceAReceiverThatWasDownIsBack() throws Exception {
    world.team.refusing(id -> !id.equals(team(2)) || times(team(2)) <= 3);
    world.record(ApprovalStatus.PENDING, Duration.ofHours(1));
    world.rounds().next();
    world.reminding().getResult(Void.class);
    assertThat(world.arrived(world.team)).startsWith(team(1)).endsWith(team(2));
    assertThat(times(team(2))).isEqualTo(4);
  }

  private int times(String id) {
    return Collections.frequency(world.arrived(world.team), id);
  }

  private String team(int number) {
    return world.approval + "." + number + ".webhook";
  }
}
