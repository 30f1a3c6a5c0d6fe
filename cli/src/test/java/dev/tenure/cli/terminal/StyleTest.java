package dev.tenure.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {

  @Test
  void coloursAreForTerminalsAndNotForThoseWhoWantNone() {
    assertThat(Style.of(new Environment(Map.of()), true).bad("no"))
        .isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(Style.of(new Environment(Map.of()), false).bad("no")).isEqualTo("no");
    assertThat(Style.of(new Environment(Map.of("NO_COLOR", "1")), true).bad("no")).isEqualTo("no");
    assertThat(Style.of(new Environment(Map.of("TERM", "dumb")), true).bad("no")).isEqualTo("no");
  }

  @Test
  void colouredCellsStandUnderTheirNamesAllTheSame() {
    var table = new Table("STATUS", ">AMOUNT", "NAME");
    table.row("paid", "$1.00", "one");
    table.row("awaiting_funding", "$1,000.00", "two");
    var plain = table.lines(new Style(false));
    assertThat(plain)
        .containsExactly(
            "STATUS               AMOUNT  NAME",
            "paid                  $1.00  one",
            "awaiting_funding  $1,000.00  two");
    assertThat(
            table.lines(new Style(true)).stream()
                .map(line -> line.replaceAll("\u001b\\[\\d+m", "")))
        .containsExactlyElementsOf(plain);
  }
}
