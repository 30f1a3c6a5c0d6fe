package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hire that is meant by what the user types. */
class HireLookupTest extends AtAFront {
  private static final String LONG = "hir_3f9a01bc77e04d2f9c1b8a6e5d4c3b2a";
  private static final String OTHER = "hir_3f9a44aa77e04d2f9c1b8a6e5d4c3b2a";

  @BeforeEach
  void thereAreTwoHires() {
    front.tell("GET /v1/hires/" + LONG, 200, hire(LONG, "active"));
    front.tell("GET /v1/hires/" + OTHER, 200, hire(OTHER, "cancelled"));
    front.tell("GET /v1/hires", 200, "{\"items\":[],\"hasMore\":false}");
    front.tellWhere(
        "GET /v1/hires?limit=200",
        "{\"items\":[" + hire(OTHER, "cancelled") + "],\"next\":\"p2\",\"hasMore\":true}");
    front.tellWhere(
        "GET /v1/hires?cursor=p2&limit=200",
        "{\"items\":[" + hire(LONG, "active") + "],\"next\":null,\"hasMore\":false}");
    front.tellWhere(
        "GET /v1/hires?proposalId=prp_1&limit=200",
        "{\"items\":[" + hire(OTHER, "cancelled") + "," + hire(LONG, "active") + "]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG, "hir_3f9a01bc", "hir_3f9a0", "prp_1"})
  void aHireIsMeantByItsIdByTheBeginningOfItAndByItsProposal(String typed) {
    front.tell("POST /v1/hires/" + LONG + "/pause", 200, hire(LONG, "active"));
    assertThat(run("show", typed)).as(err).isZero();
    assertThat(out).contains("hire " + LONG);
    assertThat(run("pause", typed)).as(err).isZero();
    assertThat(front.last().line()).isEqualTo("POST /v1/hires/" + LONG + "/pause");
    front.tell("GET /v1/events", 200, "{\"items\":[]}");
    assertThat(run("events", "--hire", typed)).as(err).isZero();
    assertThat(front.last().line()).contains("hire=" + LONG);
  }

  @Test
  void aBeginningThatSeveralHiresHaveIsRefusedWithTheirIds() {
    assertThat(run("cancel", "hir_3f9a", "--yes")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("any of 2 hires", LONG, OTHER);
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
  }

  @Test
  void hiresOfOneProposalOnTwoAccountsAreToldApart() {
    front.tellWhere(
        "GET /v1/hires?proposalId=prp_1&limit=200",
        "{\"items\":["
            + hire(OTHER, "active").replace("\"default\"", "\"second\"")
            + ","
            + hire(LONG, "active")
            + "]}");
    assertThat(run("show", "prp_1")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("any of 2 hires");
  }

  @Test
  void ofClosedHiresOfAProposalTheNewestIsMeant() {
    front.tellWhere(
        "GET /v1/hires?proposalId=prp_1&limit=200",
        "{\"items\":[" + hire(OTHER, "cancelled") + "," + hire(LONG, "declined") + "]}");
    assertThat(run("show", "prp_1")).isZero();
    assertThat(out).contains("hire " + OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hir_none", "hir_", "h"})
  void whatNoHireHasOrIsTooShortIsNotFound(String typed) {
    assertThat(run("show", typed)).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("end", typed, "--yes")).isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void anEmptyNameIsRefusedBeforeAnythingIsSent() {
    assertThat(run("cancel", "", "--yes")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("HIRE is empty");
    assertThat(front.asked()).isEmpty();
  }

  @Test
  void theCommandsThatAreOfferedNameTheHireShortly() {
    assertThat(run("show", LONG)).isZero();
    assertThat(out).contains("  tenure drop hir_3f9a01bc m2").doesNotContain("drop " + LONG);
  }

  private static String hire(String id, String status) {
    return HIRE.replace("hir_1", id).replace("\"active\"", "\"" + status + "\"");
  }
}
