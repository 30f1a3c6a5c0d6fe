package dev.tenure.cli.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.http.JsonClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown before an approval of OpenContract is decided: as much as on its page. */
class DecisionTermsTest {
  private static final String CREATION =
      """
      {"id":"apr_1","hireId":"hir_1","externalRef":"REQ-1","kind":"milestone_fund",
       "status":"pending","milestone":"m1","amount":{"amount":"50.000000","currency":"USDC"},
       "termsDigest":"d1","ifDeclined":"hire_waits","expiresAt":"2099-11-01T10:00:00Z",
       "terms":{"worker":null,"name":"Bird calls","description":"Name the bird\\nin each clip.",
         "price":{"amount":"50.000000","currency":"USDC"},
         "openContract":{"acceptanceCriteria":["every clip is named\\r\\nin Latin","\\u001b[2Jall"],
           "supplementaryMaterials":"ipfs://guide","matchWithin":"PT24H","deliverWithin":"PT168H",
           "reviewWithin":"PT73H30M"}}}
      """;

  private static final String CONTRACT =
      """
      "workingContract":{"id":"contract_3","status":"under-review","worker":"0xW",
        "criteria":[{"text":"every clip is named"}],"delivery":"ipfs://delivered",
        "escrowed":{"amount":"50.000000","currency":"USDC"},
        "deadlines":{"match":"2099-11-02T10:00:00Z","withdrawal":"2099-11-03T10:00:00Z",
          "delivery":"2099-11-04T10:00:00Z","review":"2099-11-05T10:00:00Z"}}}}}
      """;

  private static final String RELEASE =
      CREATION
          .replace("milestone_fund", "milestone_approve")
          .replace("hire_waits", "dispute_asked")
          .replace("\"worker\":null", "\"worker\":\"0xW\"")
          .replace("\"reviewWithin\":\"PT73H30M\"}}}", CONTRACT.strip())
          .replaceAll("\"(match|deliver)Within\":\"[^\"]*\",", "");

  private static final String PAID = "50.000000 USDC is paid to the Worker at Thu 5 Nov 10:00 UTC.";

  @Test
  void aCreationIsShownWithEverythingThatItsDigestCovers() {
    assertThat(shown(CREATION, "let_pay"))
        .startsWith("milestone fund m1, 50.000000 USDC\n")
        .contains(
            "  decide until: Sun 1 Nov 10:00 UTC (in ",
            "  hire: REQ-1 (hir_1)\n",
            "  milestone: Bird calls\n",
            "  price: 50.000000 USDC\n",
            "  Worker: open tender, whoever accepts first\n",
            "  task: Name the bird\n        in each clip.\n",
            "  criterion 1: every clip is named\n               in Latin\n",
            "  criterion 2: \u001b[2Jall\n",
            "  materials: ipfs://guide\n",
            "  match within 1 d after the creation\n",
            "  delivery within 7 d after the match deadline\n",
            "  review within 3 d 1 h 30 min after the delivery deadline\n",
            "A yes creates the Working Contract and pays 50.000000 USDC into its escrow.\n",
            "A no creates nothing and pays nothing: the hire waits for an answer.\n")
        .endsWith("Without an answer nothing is created, and the approval expires.");
  }

  @Test
  void deadlinesThatWereGivenAreShownAllFour() {
    var given =
        CREATION.replaceAll(
            "(?s)\"matchWithin.*?M\"",
            """
            "deadlines":{"match":"2099-11-02T10:00:00Z","withdrawal":"2099-11-03T10:00:00Z",
              "delivery":"2099-11-04T10:00:00Z","review":"2099-11-05T10:00:00Z"}
            """);
    assertThat(shown(given, "let_pay"))
        .contains("  match by Mon 2 Nov 10:00 UTC (in ", "  withdrawal by Tue 3 Nov 10:00 UTC (in ")
        .contains(
            "  delivery by Wed 4 Nov 10:00 UTC (in ", "  review until Thu 5 Nov 10:00 UTC (in ")
        .doesNotContain("within");
  }

  @Test
  void aReleaseIsShownWithTheDeliveryAndWhatSilenceDoes() {
    assertThat(shown(RELEASE, "let_pay"))
        .contains(
            "  Worker: 0xW\n",
            "  delivery: ipfs://delivered\n",
            "  criterion 1: every clip is named\n",
            "  review until Thu 5 Nov 10:00 UTC (in ",
            "A yes pays 50.000000 USDC to the Worker.\n",
            "A no asks for a dispute of the delivery, by an approval of its own, since a bond is at"
                + " risk. Without a dispute "
                + PAID)
        .endsWith("Without an answer " + PAID)
        .doesNotContain("criterion 2", "dispute asked");
  }

  @Test
  void aReleaseThatSilenceDisputesSaysSo() {
    assertThat(shown(RELEASE, "dispute"))
        .endsWith(
            "Without an answer a dispute is asked for in time, by an approval of its own; without a"
                + " yes to that "
                + PAID);
    for (var last : List.of("2099-11-05T10", "2099-11-05T09")) {
      var tooLate = RELEASE.replace("2099-11-01T10", last);
      assertThat(shown(tooLate, "dispute")).endsWith("Without an answer " + PAID);
    }
  }

  @Test
  void aDisputeIsShownWithItsBond() {
    var dispute =
        RELEASE
            .replace("milestone_approve", "milestone_dispute")
            .replace("dispute_asked", "paid_by_silence")
            .replaceFirst("50.000000", "2.500000")
            .replace(
                "\"price\"", "\"bond\":{\"amount\":\"2.500000\",\"currency\":\"USDC\"},\"price\"");
    assertThat(shown(dispute, "dispute"))
        .startsWith("milestone dispute m1, 2.500000 USDC\n")
        .contains(
            "  price: 50.000000 USDC\n",
            "  bond: 2.500000 USDC\n",
            "  delivery: ipfs://delivered\n",
            "A yes disputes the delivery and puts a bond of 2.500000 USDC at risk.\n",
            "A no leaves the delivery undisputed: " + PAID)
        .endsWith("Without an answer " + PAID);
  }

  @Test
  void whatIsDecidedAlreadyPromisesNothing() {
    var decided = RELEASE.replace("pending", "declined").replace("\"dispute_asked\"", "null");
    assertThat(shown(decided, "let_pay"))
        .contains("  it is declined\n")
        .doesNotContain("A yes", "A no", "Without an answer", "decide until");
  }

  @Test
  void ofWhatWasDecidedBeforeItsTermsWereKeptNothingIsMadeUp() {
    var unknown =
        CREATION
            .replace("pending", "confirmed")
            .replace("\"hire_waits\"", "null")
            .replaceAll("(?s)\"terms\":.*", "\"terms\":null}");
    assertThat(shown(unknown, "let_pay"))
        .isEqualTo("Its terms are not known any more: it was decided before they were kept.");
  }

  private static String shown(String approval, String onSilence) {
    var hire =
        "{\"id\":\"hir_1\",\"openContract\":{\"reviewMargin\":\"PT1H\",\"onSilence\":\""
            + onSilence
            + "\"}}";
    return String.join(
        "\n", new DecisionTerms(JsonClient.parse(approval), JsonClient.parse(hire)).lines());
  }
}
