package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a requester changes of a hire on OpenContract before its contracts are created. */
@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class OpenContractChangeTest {

  private Http http;
  private String hire;
  private Answer made;

  @BeforeEach
  void make(Stack stack) {
    OpenContractBodies.serve(stack.front());
    this.http = stack.http();
    this.made = http.post("/v1/hires", OpenContractBodies.whole(OpenContractBodies.reference()));
    this.hire = made.text("/links/self");
  }

  @Test
  void criteriaMaterialsAndWindowsOfAMilestoneAreChangedAndTheRestStays() {
    Answer changed =
        patchMilestone(
            "m1",
            """
            {"openContract":{"acceptanceCriteria":["It parses"],"supplementaryMaterials":null,
              "matchWithin":"PT6H"}}
            """);
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    assertThat(changed.json().at("/milestones/0/openContract/acceptanceCriteria").toString())
        .isEqualTo("[\"It parses\"]");
    assertThat(changed.json().at("/milestones/0/openContract/supplementaryMaterials").isNull())
        .isTrue();
    assertThat(changed.text("/milestones/0/openContract/matchWithin")).isEqualTo("PT6H");
    assertThat(changed.text("/milestones/0/openContract/deliverWithin")).isEqualTo("PT48H");
    assertThat(changed.text("/milestones/0/name")).isEqualTo("Parser");
    assertThat(changed.json().at("/milestones/1")).isEqualTo(made.json().at("/milestones/1"));
    assertThat(http.get(hire).json()).isEqualTo(changed.json());
  }

  @Test
  void deadlinesTakeThePlaceOfWindowsAndWindowsThatOfDeadlines() {
    Answer given =
        patchMilestone(
            "m1",
            """
            {"openContract":{"deadlines":{"match":"2099-02-01T00:00:00Z",
              "withdrawal":"2099-02-02T00:00:00Z","delivery":"2099-02-03T00:00:00Z",
              "review":"2099-02-05T00:00:00Z"}}}
            """);
    assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
    assertThat(given.json().at("/milestones/0/openContract/matchWithin").isNull()).isTrue();
    Answer moved =
        patchMilestone(
            "m1", "{\"openContract\":{\"deadlines\":{\"match\":\"2099-01-31T00:00:00Z\"}}}");
    assertThat(moved.text("/milestones/0/openContract/deadlines/match"))
        .isEqualTo("2099-01-31T00:00:00Z");
    assertThat(moved.text("/milestones/0/openContract/deadlines/review"))
        .isEqualTo("2099-02-05T00:00:00Z");

    Answer windows = patchMilestone("m2", "{\"openContract\":{\"deliverWithin\":\"P3D\"}}");
    assertThat(windows.status()).as(windows.raw().body()).isEqualTo(200);
    assertThat(windows.json().at("/milestones/1/openContract/deadlines").isNull()).isTrue();
    assertThat(windows.text("/milestones/1/openContract/deliverWithin")).isEqualTo("PT72H");
    assertThat(windows.text("/milestones/1/openContract/matchWithin")).isEqualTo("PT24H");
  }

  @Test
  void theFirstMilestoneIsChangedWithTheHireAsWell() {
    Answer changed =
        patch("{\"firstMilestone\":{\"openContract\":{\"acceptanceCriteria\":[\"It parses\"]}}}");
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    assertThat(changed.text("/milestones/0/openContract/acceptanceCriteria/0"))
        .isEqualTo("It parses");
  }

  @Test
  void theWorkerIsChangedAndAnOpenTenderMadeOfAnAward() {
    String other = "0x00000000000000000000000000000000000000cc";
    Answer awarded = patch("{\"openContract\":{\"worker\":\"" + other + "\"}}");
    assertThat(awarded.status()).as(awarded.raw().body()).isEqualTo(200);
    assertThat(awarded.text("/openContract/worker")).isEqualTo(other);
    assertThat(awarded.text("/openContract/onSilence")).isEqualTo("dispute");
    Answer tender =
        patch(
            "{\"openContract\":{\"worker\":null,\"nextWorkers\":null,\"onWorkerLost\":\"hold\"}}");
    assertThat(tender.json().at("/openContract/worker").isNull()).isTrue();
    assertThat(tender.text("/openContract/approvalWindow")).isEqualTo("PT6H");
    assertThat(http.get(hire).json()).isEqualTo(tender.json());
  }

  @Test
  void whatTheMarketplaceWouldRefuseIsRefusedInItsPlace() {
    Answer milestone =
        patchMilestone(
            "m1",
            """
            {"openContract":{"acceptanceCriteria":[],"matchWithin":"PT1S","reviewWithin":"PT30M"}}
            """);
    assertThat(milestone.status()).isEqualTo(422);
    assertThat(milestone.errors())
        .containsExactlyInAnyOrder(
            "/openContract/acceptanceCriteria required",
            "/openContract/matchWithin out_of_range",
            "/openContract/reviewWithin out_of_range");
    assertThat(patch("{\"openContract\":{\"worker\":\"" + OpenContractBodies.OWN + "\"}}").errors())
        .containsExactly("/openContract/worker own_address");
    assertThat(patch("{\"openContract\":{\"reviewMargin\":\"P1D\"}}").errors())
        .containsExactly("/openContract/reviewMargin out_of_range");
    assertThat(patch("{\"policies\":{\"selfApproval\":\"forbid\"}}").errors())
        .containsExactly("/policies/selfApproval not_changeable");
  }

  @Test
  void aReviewIsHeldAgainstTheMarginThatIsChangedWithIt() {
    String both =
        """
        {"firstMilestone":{"openContract":{"reviewWithin":"PT20M"}},
         "openContract":{"reviewMargin":"%s"}}
        """;
    Answer changed = patch(both.formatted("PT10M"));
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    assertThat(changed.text("/milestones/0/openContract/reviewWithin")).isEqualTo("PT20M");
    assertThat(patch(both.formatted("PT20M")).errors())
        .containsExactly("/openContract/reviewMargin out_of_range");
  }

  @Test
  void thePageChangesWhatItsFormCanHoldAndNamesTheRest() {
    patch("{\"labels\":{\"team\":\"birds\"}}");
    String page = "/hires/" + made.text("/id") + "/change";
    String form = http.get(page, "Accept", "text/html").raw().body();
    assertThat(form)
        .contains("/firstMilestone/openContract/acceptanceCriteria", "It compiles\nIt is fast")
        .contains("/firstMilestone/openContract/matchWithin", "Now 12 h")
        .contains("name=\"/openContract/worker\"", OpenContractBodies.WORKER)
        .contains("later milestones are changed over HTTP");
  }

  @Test
  void theVerificationModeIsTheOneThatIsOpen() {
    assertThat(made.text("/milestones/0/openContract/verificationMode"))
        .isEqualTo("privacy-preserving");
    assertThat(
            patchMilestone("m1", "{\"openContract\":{\"verificationMode\":\"privacy-preserving\"}}")
                .status())
        .isEqualTo(200);
    Answer refused = patchMilestone("m1", "{\"openContract\":{\"verificationMode\":\"standard\"}}");
    assertThat(refused.errors()).containsExactly("/openContract/verificationMode unknown_value");
    assertThat(refused.text("/errors/0/detail")).contains("privacy-preserving");
  }

  @Test
  void aHireOnOpenTrainTakesNoneOfIt() {
    String train = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/links/self");
    assertThat(http.send("PATCH", train, "{\"openContract\":{\"worker\":null}}", MERGE).errors())
        .containsExactly("/openContract only_on_opencontract");
    assertThat(
            http.send(
                    "PATCH",
                    train + "/milestones/m2",
                    "{\"openContract\":{\"acceptanceCriteria\":[\"x\"]}}",
                    MERGE)
                .errors())
        .containsExactly("/openContract only_on_opencontract");
  }

  private static final String[] MERGE = {"Content-Type", "application/merge-patch+json"};

  private Answer patch(String body) {
    return http.send("PATCH", hire, body, MERGE);
  }

  private Answer patchMilestone(String key, String body) {
    return http.send("PATCH", hire + "/milestones/" + key, body, MERGE);
  }
}
