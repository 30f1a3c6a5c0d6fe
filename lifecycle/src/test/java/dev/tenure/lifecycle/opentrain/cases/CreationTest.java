package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A milestone is sent to the marketplace once, whatever became of the call that sent it. */
class CreationTest extends StoryTest {

  /** The call never came back, and it never arrived: m2 is on no contract. */
  private Story inDoubt() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.DELAYED).paid("m1");
    s.workerDies().advance(Duration.ofMinutes(1));
    assertThat(s.incident(IncidentCause.MILESTONE_IN_DOUBT).milestone()).isEqualTo("m2");
    return s;
  }

  @Test
  void aMilestoneInDoubtIsNeverCreatedTwiceByItself() {
    Story s = inDoubt().advanceDays(5);

    assertThat(s.sent("create")).isEqualTo(1);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.PLANNED);
    assertThat(s.incident(IncidentCause.MILESTONE_IN_DOUBT).actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.SKIP, Resolution.ABORT);
  }

  @Test
  void onlyAPersonsWordCreatesAgainWhatWasInDoubt() {
    Story s = inDoubt().resolve(IncidentCause.MILESTONE_IN_DOUBT, Resolution.RETRY);

    assertThat(s.sent("create m2")).isEqualTo(2);
    s.closesAs(HireStatus.ENDED);
    assertThat(s.sent("create")).isEqualTo(3);
  }

  /** The call arrived; its answer did not, and the contract is read late. */
  private Story createdUnseen(Fate fate) {
    Story s = hired(Plans.canonical()).deliver("m1").command(new Command.Pause());
    s.confirm("release m1").advance(Duration.ofMinutes(1)).contractsStandStill();
    return s.next("create m2", fate).command(new Command.Resume());
  }

  @Test
  void aRetryLooksOnceMoreBeforeItCreates() {
    Story s = createdUnseen(Fate.ANSWER_LOST).advance(Duration.ofMinutes(1));
    s.contractsMoveAgain().resolve(IncidentCause.MILESTONE_IN_DOUBT, Resolution.RETRY);

    assertThat(s.sent("create m2")).isEqualTo(1);
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);
  }

  @Test
  void aDoubtHealsByItselfOnceTheContractShowsTheMilestone() {
    Story s = createdUnseen(Fate.ANSWER_LOST).advance(Duration.ofMinutes(1));
    s.contractsMoveAgain().closesAs(HireStatus.ENDED);

    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
  }

  @Test
  void aCreationWhoseAnswerWasLostIsFoundByTheNextLook() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.ANSWER_LOST).paid("m1");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);

    s.closesAs(HireStatus.ENDED).withoutIncidents();
    assertThat(s.sent("create")).isEqualTo(2);
  }

  @Test
  void aDoubtOfTheSlowPhaseIsNeverFollowedByASecondCreation() {
    Story s = held().next("create m2", Fate.DELAYED).advance(Duration.ofMinutes(20));
    long before = s.sent("create m2");
    s.workerDies().advanceDays(5);

    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_IN_DOUBT);
    assertThat(s.sent("create m2")).isEqualTo(before);
  }

  @Test
  void aCreationWhoseSlowAnswerWasLostIsFoundByTheNextLook() {
    Story s = held().next("create m2", Fate.ANSWER_LOST).closesAs(HireStatus.ENDED);

    assertThat(s.journal().hire().money().paid()).hasToString("$800.00");
    assertThat(s.journal().milestones()).hasSize(3);
  }

  @Test
  void aDoubtOfACallThatAnOperatorStoppedIsNotForgotten() {
    Story s = held().next("create m2", Fate.DELAYED).advance(Duration.ofMinutes(20));
    long before = s.sent("create m2");
    s.resolve(IncidentCause.SCOPE_MISSING, Resolution.RETRY).workerDies().advanceDays(1);

    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_IN_DOUBT);
    assertThat(s.sent("create m2")).isEqualTo(before);
  }

  /** The creation of the second milestone is tried slowly, since a scope is missing; mended now. */
  private Story held() {
    Story s = hired(Plans.canonical()).refuse("create m2", IncidentCause.SCOPE_MISSING).paid("m1");
    assertThat(s.openIncidents()).containsExactly(IncidentCause.SCOPE_MISSING);
    return s.mend();
  }

  @Test
  void aDropEndsTheDoubtAboutItsCreation() {
    Story s = inDoubt().command(new Command.Drop("m2")).closesAs(HireStatus.ENDED);

    assertThat(s.sent("create m2")).isEqualTo(1);
    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void aDroppedDoubtThatTurnsOutToBeThereStaysUnfunded() {
    Story s = createdUnseen(Fate.ANSWER_LOST).command(new Command.Drop("m2"));
    s.contractsMoveAgain().closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m2").milestoneId()).isNotNull();
    assertThat(s.journal().eventTypes()).contains("milestone.left_unfunded");
    assertThat(s.sent("fund m2")).isZero();
  }

  @Test
  void anAbortOfAMilestoneInDoubtEndsTheContractWithoutIt() {
    Story s = inDoubt().resolve(IncidentCause.MILESTONE_IN_DOUBT, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("create")).isEqualTo(1);
  }

  @Test
  void aMilestoneInDoubtThatTheOperatorNamesIsAdoptedAndNotCreatedAgain() {
    Story s = inDoubt();
    String theirs = s.addInApp("90.00");
    String ours = s.addInApp("250.00");
    String id = s.milestoneId(ours);
    s.adopt(IncidentCause.MILESTONE_IN_DOUBT, id).closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").milestoneId()).isEqualTo(id);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.journal().milestone(theirs).milestoneId()).isEqualTo(s.milestoneId(theirs));
    assertThat(s.journal().milestone(ours).state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.sent("create m2")).isEqualTo(1);
    assertThat(s.journal().eventTypes()).contains("milestone.adopted");
  }

  @Test
  void theOnlyCandidateIsAdoptedWithoutAName() {
    Story s = inDoubt();
    String id = s.milestoneId(s.addInApp("250.00"));
    s.adopt(IncidentCause.MILESTONE_IN_DOUBT, null).closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").milestoneId()).isEqualTo(id);
    assertThat(s.sent("create m2")).isEqualTo(1);
  }

  @Test
  void amongTwoCandidatesNoneIsAdoptedWithoutAName() {
    Story s = inDoubt();
    s.addInApp("90.00");
    s.addInApp("250.00");
    s.adopt(IncidentCause.MILESTONE_IN_DOUBT, null);

    assertThat(s.incident(IncidentCause.MILESTONE_IN_DOUBT).detail())
        .contains("2 open milestones that are not ours");
    assertThat(s.sent("create m2")).isEqualTo(1);
  }

  @Test
  void aMilestoneThatTheContractDoesNotShowIsNotAdopted() {
    Story s = inDoubt().adopt(IncidentCause.MILESTONE_IN_DOUBT, "mst_77").advanceDays(2);
    assertThat(s.journal().incidents()).hasSize(2);
    assertThat(s.incident(IncidentCause.MILESTONE_IN_DOUBT).detail())
        .contains("no open milestone mst_77 that is not ours");
    assertThat(s.sent("create")).isEqualTo(1);

    s.resolve(IncidentCause.MILESTONE_IN_DOUBT, Resolution.SKIP).closesAs(HireStatus.ENDED);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("create m2")).isEqualTo(1);
  }

  @Test
  void oneOfOursIsNeverAdoptedASecondTime() {
    Story s = inDoubt();
    s.adopt(IncidentCause.MILESTONE_IN_DOUBT, s.milestoneId("m1"));

    assertThat(s.journal().incidents()).hasSize(2);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.PLANNED);
  }

  @Test
  void aContractThatTakesNoMilestonesAlthoughItIsActiveNeedsAPerson() {
    Story s = hired(Plans.canonical());
    s.endpoints().takesNoMilestones();
    s.paid("m1").advance(Duration.ofMinutes(1));

    assertThat(s.openIncidents()).containsExactly(IncidentCause.UNEXPECTED);
    assertThat(s.sent("create")).isEqualTo(1);
    assertThat(s.incident(IncidentCause.UNEXPECTED).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
  }

  /**
   * L10: the answer is held, the worker dies, somebody has the call made again, and the contract is
   * read late. What may have been sent stands in the state: nothing is written a second time.
   */
  @Test
  void l10ACreationThatMayBeARepetitionWritesNothing() {
    Story s = createdUnseen(Fate.HELD).workerDies().advanceHours(3);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_IN_DOUBT);

    s.contractsMoveAgain().closesAs(HireStatus.ENDED);
    assertThat(s.sent("create m2")).isEqualTo(1);
    assertThat(s.contract().milestones()).hasSize(3);
  }

  /** The same when the hire is handed over while the answer is awaited. */
  @Test
  void l10ACreationThatAHandOverLeftBehindIsOnlyLookedFor() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.HELD).paid("m1");
    s.handOver().closesAs(HireStatus.ENDED);

    assertThat(s.sent("create m2")).isEqualTo(1);
    assertThat(s.contract().milestones()).hasSize(3);
  }
}
