package dev.tenure.workflows.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalReminderTest {

  @Test
  void eachReminderGoesOutWhenItIsDueAndLaterOnesToMoreChannels() {
    try (Desk desk = Desk.open().begin()) {
      assertThat(desk.finish()).isEqualTo(69);
      assertThat(desk.channels.sent())
          .containsExactlyInAnyOrder(
              "0h 1/4 slack",
              "36h 2/4 slack",
              "60h 3/4 slack",
              "60h 3/4 email",
              "69h 4/4 slack",
              "69h 4/4 email");
      assertThat(desk.timers())
          .containsExactly(
              "until reminder 2 of 4",
              "until reminder 3 of 4",
              "until reminder 4 of 4",
              "until the approval's time is up");
    }
  }

  @Test
  void oneScheduleServesAWindowOfSevenSecondsAsWell() {
    try (Desk desk = Desk.open()) {
      ReminderStep first = desk.step(0, "slack");
      List<ReminderStep> steps =
          List.of(
              first,
              new ReminderStep(first.at().plusMillis(3500), List.of("slack")),
              new ReminderStep(first.at().plusMillis(6700), List.of("slack")));
      desk.begin(steps).finish();
      assertThat(desk.channels.sent())
          .containsExactly("0h 1/3 slack", "0h 2/3 slack", "0h 3/3 slack");
    }
  }

  @Test
  void nothingIsSentAfterTheDecisionWasSignalled() {
    try (Desk desk = Desk.open().begin()) {
      desk.pass(Duration.ofHours(40)).signalDecided();
      assertThat(desk.finish()).isEqualTo(40);
      assertThat(desk.channels.sent()).containsExactly("0h 1/4 slack", "36h 2/4 slack");
    }
  }

  @Test
  void aDecisionThatOnlyTheJournalKnowsEndsTheReminders() {
    try (Desk desk = Desk.open().begin()) {
      desk.pass(Duration.ofHours(40)).channels.decide();
      assertThat(desk.finish()).isEqualTo(60);
      assertThat(desk.channels.sent()).containsExactly("0h 1/4 slack", "36h 2/4 slack");
    }
  }

  @Test
  void aReminderOnItsWayIsGivenUpWhenTheApprovalIsDecided() {
    try (Desk desk = new Desk()) {
      desk.channels.fail("slack");
      desk.work();
      desk.begin().pass(Duration.ofHours(1)).signalDecided();
      desk.finish();
      desk.channels.recover("slack");
      desk.pass(Duration.ofHours(80));
      assertThat(desk.channels.sent()).isEmpty();
    }
  }

  @Test
  void theLastReminderIsTriedUntilTheReceiverIsBack() {
    try (Desk desk = new Desk()) {
      desk.channels.fail("email");
      desk.work();
      desk.begin().pass(Duration.ofHours(71)).channels.recover("email");
      assertThat(desk.finish()).isEqualTo(71);
      assertThat(desk.channels.sent()).contains("71h 4/4 email").doesNotContain("60h 3/4 email");
    }
  }

  @Test
  void aReceiverThatStaysDownHoldsUpNoOtherAndEndsWithTheWindow() {
    try (Desk desk = new Desk()) {
      desk.channels.fail("slack");
      desk.work();
      assertThat(desk.begin().finish()).isEqualTo(72);
      assertThat(desk.channels.sent()).containsExactly("60h 3/4 email", "69h 4/4 email");
    }
  }

  @Test
  void remindersMissedWithoutAWorkerAreMadeUpForByOne() {
    try (Desk desk = Desk.open().late(Duration.ofHours(61)).begin()) {
      assertThat(desk.finish()).isEqualTo(69);
      assertThat(desk.channels.sent())
          .containsExactlyInAnyOrder(
              "0h 3/4 slack", "0h 3/4 email", "8h 4/4 slack", "8h 4/4 email");
    }
  }

  @Test
  void anApprovalWhoseTimeIsUpIsNotRemindedOf() {
    try (Desk desk = Desk.open().late(Duration.ofHours(73)).begin()) {
      desk.finish();
      assertThat(desk.channels.sent()).isEmpty();
    }
  }

  @Test
  void theCancelButtonStopsTheReminders() {
    try (Desk desk = Desk.open().begin()) {
      desk.pass(Duration.ofHours(1)).stub().cancel();
      assertThatThrownBy(desk::finish)
          .isInstanceOf(WorkflowFailedException.class)
          .hasCauseInstanceOf(CanceledFailure.class);
      desk.pass(Duration.ofHours(80));
      assertThat(desk.channels.sent()).containsExactly("0h 1/4 slack");
    }
  }
}
