package dev.tenure.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {

  @Test
  void coloursAreForTerminalsAndNotForThoseWhoWantNone() {
    assertThat(bad(Style.of(new Environment(Map.of()), true))).isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(bad(Style.of(new Environment(Map.of()), false))).isEqualTo("no");
    assertThat(bad(Style.of(new Environment(Map.of("NO_COLOR", "1")), true))).isEqualTo("no");
    assertThat(bad(Style.of(new Environment(Map.of("TERM", "dumb")), true))).isEqualTo("no");
  }

  private static String bad(Style style) {
    return printed(style, style.bad("no"));
  }

  private static String printed(Style style, String line) {
    var out = new StringWriter();
    new Screen(new PrintWriter(out, true), style, Screen.UNLIMITED).line(line);
    return out.toString().stripTrailing();
  }

  @Test
  void noColourOfAValueReachesATerminalThatHasColours() {
    var style = new Style(true);
    assertThat(printed(style, style.good("a\u001b[31mb\u0007c")))
        .isEqualTo("\u001b[32ma\\u001b[31mb\\u0007c\u001b[0m");
  }

  @Test
  void colouredCellsStandUnderTheirNamesAllTheSame() {
    var rows =
        List.of(List.of("paid", "$1.00", "one"), List.of("awaiting_funding", "$1,000.00", "two"));
    var table =
        new Table<List<String>>()
            .left("STATUS", List::getFirst)
            .right("AMOUNT", row -> row.get(1))
            .left("NAME", List::getLast);
    var plain = table.lines(rows, new Style(false), Screen.UNLIMITED);
    assertThat(plain)
        .containsExactly(
            "STATUS               AMOUNT  NAME",
            "paid                  $1.00  one",
            "awaiting_funding  $1,000.00  two");
    assertThat(
            table.lines(rows, new Style(true), Screen.UNLIMITED).stream()
                .map(line -> printed(new Style(true), line).replaceAll("\u001b\\[\\d+m", "")))
        .containsExactlyElementsOf(plain);
  }
}
