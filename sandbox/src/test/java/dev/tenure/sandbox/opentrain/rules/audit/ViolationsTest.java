package dev.tenure.sandbox.opentrain.rules.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.rules.contract.Contracts;
import dev.tenure.sandbox.opentrain.rules.contract.ContractsInApp;
import dev.tenure.sandbox.opentrain.scenario.Scenarios;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules do not let these things happen, so they are written straight into the records. */
@SuppressWarnings("NullAway.Init")
class ViolationsTest {
  private ApplicationContext context;
  private World world;
  private Violations violations;

  @BeforeEach
  void build() {
    context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(Map.of("sandbox.serving", "true"))
            .singletons(new MarketClock(InstantSource.system()))
            .start();
    context.getBean(Scenarios.class).beginIfEmpty();
    world = context.getBean(World.class);
    violations = context.getBean(Violations.class);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void aFreshWorldIsWithoutFault() {
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "escrow_funded,escrow_funded",
    "fee_charged,fee_charged",
    "escrow_released,escrow_released",
    "escrow_refunded,escrow_refunded",
    "escrow_released,escrow_refunded"
  })
  void anEffectThatHappensTwiceIsNamedWithItsPlaces(String first, String second) {
    effect(first, "mst_x", null, true);
    assertThat(found()).isEmpty();
    effect(second, "mst_x", null, true);
    assertThat(found()).singleElement().asString().contains("mst_x happened 2 times", "[1, 2]");
  }

  @Test
  void equalEffectsOnTwoMilestonesAreNoViolation() {
    effect("escrow_funded", "mst_x", null, true);
    effect("escrow_funded", "mst_y", null, true);
    assertThat(found()).isEmpty();
  }

  @Test
  void moneyThatNobodyAllowedIsNamed() {
    effect("escrow_released", "mst_x", null, false);
    assertThat(found())
        .containsExactly(
            "escrow_released of 4200 cents on ctr_x without a confirmed approval: effect 1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Approval.Status.class,
      names = {"PENDING", "DECLINED", "EXPIRED"})
  void moneyUnderAnApprovalThatWasNotConfirmedIsNamed(Approval.Status status) {
    approval("apr_x", status, "prp_1");
    effect("escrow_funded", "mst_x", "apr_x", false);
    assertThat(found()).singleElement().asString().contains("without a confirmed approval");
  }

  @Test
  void moneyUnderAConfirmedApprovalIsRight() {
    approval("apr_x", Approval.Status.CONFIRMED, "prp_1");
    effect("escrow_funded", "mst_x", "apr_x", false);
    assertThat(found()).isEmpty();
  }

  @Test
  void anApprovalAllowsItsOwnEffectOnly() {
    approval("apr_x", Approval.Status.CONFIRMED, "prp_1");
    effect("escrow_released", "mst_x", "apr_x", false);
    assertThat(found()).singleElement().asString().contains("without a confirmed approval");
  }

  @Test
  void aSecondOpenApprovalForOneSubjectIsNamed() {
    approval("apr_x", Approval.Status.PENDING, "prp_1");
    approval("apr_y", Approval.Status.PENDING, "prp_2");
    approval("apr_z", Approval.Status.DECLINED, "prp_1");
    assertThat(found()).isEmpty();
    approval("apr_w", Approval.Status.PENDING, "prp_1");
    assertThat(found())
        .containsExactly("two open approvals for proposal_hire of prp_1: apr_x and apr_w");
  }

  @Test
  void twoMilestonesUnderOneDescriptionAreNamed() {
    ContractsInApp app = context.getBean(ContractsInApp.class);
    world.transact(
        () -> {
          Contract hired = app.hire("prp_1", new Terms("first", null, 100, null));
          Contracts.NewMilestone order =
              new Contracts.NewMilestone(null, "the same tag", BigDecimal.TEN, null, null);
          app.createMilestone(hired.id(), order);
          app.createMilestone(hired.id(), order);
          return true;
        });
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("two milestones with one description");
  }

  @Test
  void moneyLeftOnAContractThatHasEndedIsNamed() {
    Contract hired =
        world.transact(
            () -> {
              Contract made =
                  context
                      .getBean(ContractsInApp.class)
                      .hire("prp_1", new Terms("x", null, 100, null));
              world.put(made.ended(world.now()));
              return made;
            });
    assertThat(found())
        .containsExactly(
            "money is still held by milestone %s of %s, which has ended"
                .formatted(hired.milestones().getFirst().id(), hired.id()));
  }

  @Test
  void whatIsAskedAgainIsJudgedByWhatChangedSince() {
    approval("apr_x", Approval.Status.PENDING, "prp_1");
    approval("apr_y", Approval.Status.PENDING, "prp_1");
    effect("escrow_funded", "mst_x", "apr_x", false);
    assertThat(found()).hasSize(2);
    assertThat(found()).hasSize(2);
    approval("apr_x", Approval.Status.CONFIRMED, "prp_1");
    assertThat(found()).isEmpty();
    effect("escrow_funded", "mst_x", "apr_x", false);
    assertThat(found()).singleElement().asString().contains("happened 2 times");
  }

  @Test
  void aResetForgetsWhatWasFound() {
    effect("escrow_released", "mst_x", null, false);
    approval("apr_x", Approval.Status.PENDING, "prp_1");
    approval("apr_y", Approval.Status.PENDING, "prp_1");
    assertThat(found()).hasSize(2);
    context.getBean(Scenarios.class).reset();
    assertThat(found()).isEmpty();
  }

  private List<String> found() {
    return world.transact(violations::found);
  }

  private void effect(String kind, String milestone, @Nullable String approval, boolean inApp) {
    world.transact(
        () ->
            world.effects.append(
                seq ->
                    new MoneyEffect(
                        seq, world.now(), kind, 4_200, "ctr_x", milestone, approval, inApp)));
  }

  private void approval(String id, Approval.Status status, String proposal) {
    Approval approval =
        new Approval(
            id,
            Approval.Type.PROPOSAL_HIRE,
            status,
            "acc_1",
            "tok_owner",
            "job_1",
            proposal,
            null,
            null,
            null,
            world.now(),
            world.now().plusSeconds(60),
            null,
            Map.of("contractId", "ctr_x"),
            0,
            null);
    world.transact(
        () -> {
          world.approvals.put(id, approval);
          return true;
        });
  }
}
