package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.Policies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever holds the second milestone, what people do to it in the app is adopted as soon as it is
 * told, and what held it closes by itself.
 */
class HeldMilestoneTest extends StoryTest {
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
  }

  private Story reach(Held held) {
    Story s = held(held);
    assertThat(openOfM2(s)).hasSize(held.cause == null ? 0 : 1);
    if (held.cause != null) {
      assertThat(s.incident(held.cause).milestone()).isEqualTo("m2");
    }
    return s;
  }

  private Story held(Held held) {
    return switch (held) {
      case FUNDING_DECLINED -> hired(Plans.canonical()).paid("m1").decline("fund m2");
      case FUNDING_ANSWERED_ODDLY -> {
        Story s = hired(Plans.canonical()).paid("m1");
        String funding = s.pending("fund m2").id();
        s.endpoints().status(funding, "mediated");
        yield s.confirmationIsTold(funding);
      }
      case ASK_WITHOUT_A_CARD -> {
        Story s = hired(Plans.canonical());
        s.account().card(false);
        yield s.paid("m1");
      }
      case ASK_ABOVE_THE_CAP -> {
        Story s = hired(Plans.canonical()).paid("m1").decline("fund m2");
        s.addInApp("300.00");
        yield s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);
      }
      case PRICED_OTHERWISE -> {
        Policies policies = Plans.onEditedTerms(EditedTerms.HOLD);
        yield story(Plans.byTheHour(policies, null))
            .byTheHour("25")
            .start()
            .confirm("hire")
            .paid("m1");
      }
      case PAUSED_BEFORE_THE_ASK ->
          hired(Plans.canonical())
              .next("create m2", Fate.DELAYED)
              .paid("m1")
              .command(new Command.Pause())
              .release("create m2");
    };
  }

  @ParameterizedTest
  @EnumSource
  void fundedInTheAppItGoesOn(Held held) {
    Story s = reach(held);
    long asked = s.sent("fund");
    s.account().card(true);
    s.fundInApp("m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    assertThat(openOfM2(s)).isEmpty();
    assertThat(s.sent("fund")).isEqualTo(asked);
    assertThat(s.journal().incidents()).noneMatch(i -> i.resolution() == Resolution.SKIP);
    s.command(new Command.End()).closesAs(HireStatus.ENDED);
  }

  @ParameterizedTest
  @EnumSource
  void paidInTheAppItIsDone(Held held) {
    Story s = reach(held);
    s.account().card(true);
    s.fundInApp("m2").payInApp("m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.PAID);
    assertThat(openOfM2(s)).isEmpty();
    assertThat(s.sent("release m2")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void cancelledInTheAppItNeedsAPersonForThatAlone(Held held) {
    Story s = reach(held).cancelInApp("m2");

    assertThat(openOfM2(s)).containsExactly(IncidentCause.MILESTONE_GONE);
    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.SKIP);
    assertThat(openOfM2(s)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withTheContractEndedInTheAppTheHireEnds(Held held) {
    Story s = reach(held).endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
    assertThat(s.journal().incidents()).noneMatch(IncidentDocument::open);
  }

  @ParameterizedTest
  @EnumSource
  void withTheContractEndedAndNothingToldTheNextLookFindsIt(Held held) {
    Story s = reach(held).deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
  }

  private static List<IncidentCause> openOfM2(Story s) {
    return s.journal().incidents().stream()
        .filter(incident -> incident.open() && "m2".equals(incident.milestone()))
        .map(IncidentDocument::cause)
        .toList();
  }
}
