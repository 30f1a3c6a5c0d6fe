package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.ResolveCommand;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands: once per key, refused in words, in any order with the notifications. */
class CommandTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theReleaseOnRequestWaitsForItsCommand() {
    stage.start(Plans.single(Plans.release(ReleaseRule.ON_REQUEST), null));
    stage.until("m1", MilestoneState.DELIVERED);
    stage.pass(Duration.ofDays(3));
    assertThat(stage.market.count("request-release")).isZero();

    stage.command("release", "k1", new MilestoneCommand("m1"));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-release")).isEqualTo(1);
  }

  @Test
  void theEventOfACommandSaysWhoSentIt() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    var from = new CommandContext(null, "ci");

    stage.command("pause", "k1", from);
    stage.command("resume", "k2");
    stage.command("release", "k3", new MilestoneCommand("m1"), from);

    stage.finish();
    assertThat(actor("hire.paused")).isEqualTo("ci");
    assertThat(actor("hire.resumed")).isNull();
    assertThat(actor("milestone.release_commanded")).isEqualTo("ci");
  }

  private @Nullable String actor(String type) {
    return stage.journal.events().stream()
        .filter(event -> event.type().equals(type))
        .findFirst()
        .orElseThrow()
        .data()
        .get("actor");
  }

  @Test
  void aMilestoneCanBeReleasedBeforeItsDelivery() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    RecordBatch answer = stage.command("release", "k1", new MilestoneCommand("m1"));

    assertThat(answer.hire().allowedActions())
        .noneMatch(action -> action.action() == ActionKind.RELEASE);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void aDeclinedReleaseByCommandCanBeCommandedAgainThroughItsIncident() {
    stage.market.script.nobodyDelivers().on(ApprovalKind.MILESTONE_APPROVE, Decision.decline());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("release", "k1", new MilestoneCommand("m1"));

    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.RETRY);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-release")).isEqualTo(2);
  }

  @Test
  void aForbiddenCommandIsRefusedWithWhatIsAllowedAndWritesNothing() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    List<String> events = stage.journal.eventTypes();
    long version = stage.journal.hire().version();

    assertThat(stage.refusal("release", "k1", new MilestoneCommand("m1")).words())
        .isEqualTo("Milestone m1 cannot be released now: it is planned.");
    assertThat(stage.refusal("release", "k2", new MilestoneCommand("m9")).words())
        .contains("there is no such milestone");
    assertThat(
            stage.refusal("resolve", "k3", new ResolveCommand("inc_x", Resolution.RETRY)).words())
        .isEqualTo("Incident inc_x is not open.");
    assertThat(stage.refusal("end", "k4").allowedActions())
        .containsExactly(
            AllowedAction.of(ActionKind.ADD_MILESTONE, null),
            AllowedAction.of(ActionKind.PAUSE, null),
            AllowedAction.of(ActionKind.CHANGE, null),
            AllowedAction.of(ActionKind.CANCEL, null),
            new AllowedAction(
                ActionKind.RESOLVE, incident.id(), List.of(Resolution.RETRY, Resolution.ABORT)));

    stage.pass(Duration.ofHours(1));
    assertThat(stage.journal.eventTypes()).isEqualTo(events);
    assertThat(stage.journal.hire().version()).isEqualTo(version);
  }

  @Test
  void theSameKeyTwiceIsAppliedOnce() {
    stage.market.script.nobodyDelivers();
    stage.market.script.on(ApprovalKind.CONTRACT_END, Decision.ignore());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    stage.command("end", "k1");
    RecordBatch again = stage.command("end", "k1");
    stage.until(() -> stage.market.count("request-end") > 0);

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDING);
    assertThat(again.hire().id()).isEqualTo(Stage.HIRE);
    assertThat(stage.journal.summaries("hire.end_commanded")).hasSize(1);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.refusal("end", "k2").words())
        .isEqualTo("The contract cannot be ended now: the end of its contract is commanded.");
  }

  @Test
  void aCommandThatRacesTheDeliveryAsksOnce() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.deliver("mst_1");
    stage.market.ringContract();
    stage.command("release", "k1", new MilestoneCommand("m1"));
    stage.market.ringContract();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-release")).isEqualTo(1);
  }

  @Test
  void anEndThatRacesTheLastConfirmationEndsOnce() {
    stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.ignore());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.market.duringNext("read-approval", () -> stage.command("end", "k1"));
    stage.market.decide("apr_2", Decision.confirm());

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.journal.summaries("contract.ended")).hasSize(1);
  }

  @Test
  void aQueryShowsTheWholeHireWhileTheJournalIsAway() {
    stage.market.script.nobodyDelivers();
    stage.journal.away(true);
    stage.start(Plans.single());
    stage.pass(Duration.ofMinutes(5));

    RecordBatch hire = stage.stub().query("hire", RecordBatch.class);

    assertThat(hire.hire().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(hire.milestones()).singleElement().matches(m -> m.state() == MilestoneState.FUNDED);
    assertThat(hire.approvals()).hasSize(1);
  }
}
