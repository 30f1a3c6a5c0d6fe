package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No hire is left or closed before somebody looked whether people hired in the app. */
class LastLookTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aHireMadeInTheAppThatReplacedOurRequestIsAdopted() {
    pending(Plans.single());
    hiredInTheApp();
    stage.market.replace("apr_1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
    assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("450.00"));
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void aHireMadeInTheAppIsAdoptedThoughThePolicyClosesAfterADecline() {
    pending(Plans.single(Plans.onDeclined(new RefusalPolicy(0, Then.CLOSE)), null));
    hiredInTheApp();
    stage.market.decide("apr_1", Decision.decline());

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("450.00"));
  }

  @Test
  void aCancelledHireThatPeopleMadeInTheAppIsUnwound() {
    pending(Plans.single());
    stage.command("cancel", "k1");
    hiredInTheApp();
    stage.market.replace("apr_1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @Test
  void anAbortLooksOnceMoreBeforeTheHireIsClosed() {
    pending(Plans.single());
    stage.market.replace("apr_1");
    IncidentDocument replaced = stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);
    hiredInTheApp();

    stage.resolve(replaced, Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
  }

  @Test
  void aRequestThatSomebodyElseReplacedStillNeedsAPerson() {
    pending(Plans.single());
    stage.market.replace("apr_1");

    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.market.world.contractExists()).isFalse();
  }

  private void pending(HirePlan plan) {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(plan);
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.pass(Duration.ofMinutes(1));
  }

  private void hiredInTheApp() {
    stage.market.world.hire("Batch m1", Money.usd("450.00"));
    stage.market.world.deliver("mst_1");
  }
}
