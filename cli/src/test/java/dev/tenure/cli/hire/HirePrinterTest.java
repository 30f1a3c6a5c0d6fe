package dev.tenure.cli.hire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HirePrinterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aContractThatIsOverHasNoReviewToCome() throws IOException {
    assertThat(printed("under-review")).contains("; review until Thu 5 Nov 10:00 UTC");
    assertThat(printed("cancelled-by-client"))
        .contains("Working Contract contract_3; cancelled-by-client; no Worker\n");
  }

  @Test
  void aContractThatNobodyAcceptedYetMayStillGetAWorker() throws IOException {
    assertThat(printed("created")).contains("; no Worker yet; review until ");
  }

  private static String printed(String status) throws IOException {
    var out = new StringWriter();
    var screen = new Screen(new PrintWriter(out, true), new Style(false), Screen.UNLIMITED);
    new HirePrinter(screen)
        .print(
            JSON.readTree(
                """
                {"id": "hir_1", "status": "active", "milestones": [{"key": "m1", "openContract": {
                  "workingContract": {"id": "contract_3", "status": "%s", "worker": null,
                    "deadlines": {"review": "2026-11-05T10:00:00Z"}}}}]}
                """
                    .formatted(status)));
    return out.toString();
  }
}
