package dev.tenure.api.pages.hires.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentRowTest {

  @ParameterizedTest
  @EnumSource(
      value = IncidentCause.class,
      names = {"REQUEST_REJECTED", "DEADLINES_PASSED"})
  void whatIsRefusedForItsTermsIsChangedRatherThanRetried(IncidentCause cause) {
    IncidentRow row = row(cause);
    assertThat(row.links())
        .contains(new IncidentRow.Link("Change the terms", "/hires/hir_1/change", false, false));
    assertThat(row.answers()).hasSize(2).noneMatch(IncidentRow.Answer::main);
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentCause.class,
      names = {"RATE_LIMITED", "MARKETPLACE_UNREACHABLE"})
  void whatGoesOnByItselfSaysSoAndAsksForNothing(IncidentCause cause) {
    IncidentRow row = row(cause);
    assertThat(row.lead()).endsWith("the hire goes on by itself");
    assertThat(row.answers()).hasSize(2).noneMatch(IncidentRow.Answer::main);
  }

  @Test
  void elsewhereTheAnswerThatHelpsMostIsTheMainOne() {
    assertThat(row(IncidentCause.APPROVAL_DECLINED).answers().getFirst().main()).isTrue();
  }

  private static IncidentRow row(IncidentCause cause) {
    return new IncidentRow(
        "hir_1",
        "REQ-1",
        "",
        new IncidentDocument(
            "inc_1",
            cause,
            "What happened.",
            "m1",
            null,
            List.of(Resolution.RETRY, Resolution.ABORT),
            Instant.parse("2027-01-01T00:00:00Z"),
            null,
            null,
            1));
  }
}
