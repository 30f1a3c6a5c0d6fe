package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.Database;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalMetersTest {

  private static final Map<String, Object> OFTEN = Map.of("tenure.metrics.every", "200ms");

  @Test
  void theJournalIsCountedAndWhileItIsAwayOnlyThatIsTold() {
    try (Database database = Database.start();
        Front front = Front.start(database, Stack.freePort(), OFTEN)) {
      Http http = front.http();
      Until.holds("the journal is up", () -> sample(http, "tenure_journal_up").equals("1.0"));
      String requested = "tenure_hires{status=\"requested\"}";
      Until.holds("no hire yet", () -> sample(http, requested).equals("0.0"));
      assertThat(http.post("/v1/hires", Bodies.shortest(Bodies.proposal())).status())
          .isEqualTo(201);
      Until.holds("one hire", () -> sample(http, requested).equals("1.0"));
      String kind = "{kind=\"proposal_hire\"}";
      assertThat(sample(http, "tenure_approvals_pending" + kind)).isEqualTo("0.0");
      assertThat(sample(http, "tenure_approvals_pending_oldest_age_seconds" + kind))
          .isEqualTo("0.0");
      assertThat(sample(http, "tenure_incidents_open_oldest_age_seconds")).isEqualTo("0.0");
      database.stop();
      Until.holds("the journal is away", () -> sample(http, "tenure_journal_up").equals("0.0"));
      assertThat(scrape(http)).doesNotContain("tenure_hires{", "tenure_approvals", "tenure_inc");
      database.resume();
      Until.holds("the hire again", () -> sample(http, requested).equals("1.0"));
    }
  }

  private static String scrape(Http http) {
    return http.get("/prometheus").raw().body();
  }

  private static String sample(Http http, String series) {
    Optional<String> line =
        scrape(http).lines().filter(text -> text.startsWith(series + " ")).findFirst();
    return line.map(text -> text.substring(series.length() + 1)).orElse("absent");
  }
}
