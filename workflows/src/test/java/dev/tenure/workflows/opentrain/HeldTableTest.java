package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever holds the second milestone, what people do to it in the app is adopted as soon as the
 * contract's notification comes, long before any tick, and what held it closes by itself.
 */
class HeldTableTest {
  private static final Duration BEFORE_ANY_TICK = Duration.ofHours(6);

  enum Held {
    FUNDING_DECLINED(IncidentCause.APPROVAL_DECLINED),
    FUNDING_ANSWERED_ODDLY(IncidentCause.APPROVAL_STATUS_UNKNOWN),
    ASK_WITHOUT_A_CARD(IncidentCause.PAYMENT_METHOD_REQUIRED),
    ASK_ABOVE_THE_CAP(IncidentCause.BUDGET_EXCEEDED),
    PRICED_OTHERWISE(IncidentCause.TERMS_EDITED),
    PAUSED_BEFORE_THE_ASK(null);

    private final @Nullable IncidentCause cause;

    Held(@Nullable IncidentCause cause) {
      this.cause = cause;
    }

    void reach(Stage stage) {
      switch (this) {
        case FUNDING_DECLINED -> declined(stage);
        case FUNDING_ANSWERED_ODDLY -> answeredOddly(stage);
        case ASK_WITHOUT_A_CARD -> withoutACard(stage);
        case ASK_ABOVE_THE_CAP -> aboveTheCap(stage);
        case PRICED_OTHERWISE -> pricedOtherwise(stage);
        case PAUSED_BEFORE_THE_ASK -> paused(stage);
      }
      if (cause != null) {
        assertThat(stage.awaitIncident(cause).milestone()).isEqualTo("m2");
      }
    }

    private static void declined(Stage stage) {
      stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
      stage.start(Plans.canonical());
    }

    private static void answeredOddly(Stage stage) {
      stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.of("mediated"));
      stage.start(Plans.canonical());
    }

    private static void withoutACard(Stage stage) {
      stage.market.script.obstacle(
          "request-funding", 1000, Scenes.obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
      stage.start(Plans.canonical());
    }

    private static void aboveTheCap(Stage stage) {
      declined(stage);
      IncidentDocument declined = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
      stage.market.world.addForeign(Money.usd("300.00"));
      stage.market.ringContract();
      stage.until(() -> stage.journal.milestones.size() == 4);
      stage.resolve(declined, Resolution.RETRY);
    }

    private static void pricedOtherwise(Stage stage) {
      stage.market.world.rate("25");
      stage.start(Plans.byTheHour(Plans.onEditedTerms(EditedTerms.HOLD), null));
    }

    private static void paused(Stage stage) {
      stage.market.duringNext("create-milestone m2", () -> stage.command("pause", "k1"));
      stage.start(Plans.canonical());
      stage.until("m2", MilestoneState.CREATED);
    }
  }

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void fundedInTheAppItGoesOn(Held held) {
    held.reach(stage);
    long asked = stage.market.count("request-funding");

    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.ringMilestone("mst_2", "ACTIVE_FUNDED");

    soon(() -> stage.until("m2", MilestoneState.FUNDED));
    stage.until(() -> openOfM2().isEmpty());
    assertThat(stage.market.count("request-funding")).isEqualTo(asked);
    assertThat(stage.journal.incidents.values())
        .allMatch(one -> one.resolution() != Resolution.SKIP);
  }

  @ParameterizedTest
  @EnumSource
  void paidInTheAppItIsDone(Held held) {
    held.reach(stage);

    stage.market.world.status("mst_2", "PAID");
    stage.market.ringMilestone("mst_2", "PAID");

    soon(() -> stage.until("m2", MilestoneState.PAID));
    stage.until(() -> openOfM2().isEmpty());
    assertThat(stage.market.count("request-release mst_2")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void cancelledInTheAppItNeedsAPersonForThatAlone(Held held) {
    held.reach(stage);

    stage.market.world.cancel("mst_2");
    stage.market.ringMilestone("mst_2", "CANCELLED");

    soon(() -> stage.awaitIncident(IncidentCause.MILESTONE_GONE));
    stage.until(() -> openOfM2().size() == 1);
    stage.resolve(openOfM2().getFirst(), Resolution.SKIP);
    stage.until(() -> openOfM2().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void withTheContractEndedInTheAppTheHireEnds(Held held) {
    held.reach(stage);

    stage.market.world.end();
    stage.market.ringContract();

    soon(() -> assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED));
    assertThat(stage.market.count("request-end")).isZero();
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
  }

  @ParameterizedTest
  @EnumSource
  void withTheContractEndedWithoutANotificationTheNextLookFindsIt(Held held) {
    held.reach(stage);

    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
  }

  /** By the hire's own clock: what it told last, it told before any timer could have woken it. */
  private void soon(Runnable happens) {
    Instant before = stage.journal.hire().updatedAt();
    happens.run();
    assertThat(stage.journal.hire().updatedAt()).isBefore(before.plus(BEFORE_ANY_TICK));
  }

  private List<IncidentDocument> openOfM2() {
    return stage.journal.incidents.values().stream()
        .filter(incident -> incident.open() && "m2".equals(incident.milestone()))
        .toList();
  }
}
