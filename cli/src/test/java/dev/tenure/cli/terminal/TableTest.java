package dev.tenure.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in terminals of several widths. */
class TableTest {
  private static final Style PLAIN = new Style(false);
  private static final List<List<String>> ROWS =
      List.of(
          List.of(
              "hir_3f9a01bc", "awaiting_approval", "Dashcam frames by night", "$450.00", "2 d ago"),
          List.of(
              "hir_77e04d2f",
              "active",
              "\u5927\u304d\u3044\u7d75\u3092\u63cf\u304f\u4ed5\u4e8b",
              "$1,250.00",
              "3 min ago"));

  private final Table<List<String>> table =
      new Table<List<String>>()
          .left("HIRE", List::getFirst)
          .left("STATUS", row -> row.get(1))
          .words("TITLE", row -> row.get(2))
          .rightIfRoom("PAID", row -> row.get(3))
          .leftIfRoom("CHANGED", List::getLast);

  @ParameterizedTest
  @ValueSource(ints = {120, 80, 76, 60, 50, 47})
  void noLineIsWiderThanTheTerminalAndIdsStayWhole(int room) {
    var lines = table.lines(ROWS, PLAIN, room);
    assertThat(lines).allMatch(line -> TextWidth.of(line) <= room);
    assertThat(lines.get(1)).startsWith("hir_3f9a01bc  awaiting_approval  Dashcam");
  }

  @Test
  void wordsAreCutBeforeAColumnIsLeftOut() {
    assertThat(table.lines(ROWS, PLAIN, 76).get(1)).contains("\u2026", "$450.00", "2 d ago");
    assertThat(table.lines(ROWS, PLAIN, 60).get(0)).contains("PAID").doesNotContain("CHANGED");
    assertThat(table.lines(ROWS, PLAIN, 50).get(0)).doesNotContain("PAID");
  }

  @Test
  void nothingIsCutWhereNobodyLooks() {
    assertThat(table.lines(ROWS, PLAIN, Screen.UNLIMITED).get(1))
        .contains("Dashcam frames by night");
  }

  @Test
  void whatMustNotBeCutStandsOnALineOfItsOwn() {
    var address = "https://market.example/a/very/long/address/that/must/stay/whole/apr_2";
    table.notes(row -> row.equals(ROWS.getLast()) ? List.of(address) : List.of());
    assertThat(table.lines(ROWS, PLAIN, 47).get(3)).endsWith("apr_2");
  }

  @Test
  void wideLettersTakeTwoColumns() {
    var lines = table.lines(ROWS, PLAIN, Screen.UNLIMITED);
    assertThat(TextWidth.of(lines.get(2).substring(0, lines.get(2).indexOf("$1,250.00"))))
        .isEqualTo(lines.get(0).indexOf("PAID") - 5);
  }

  @Test
  void whereNoTableFitsTheCellsStandBelowOneAnother() {
    var lines = table.lines(ROWS, PLAIN, 46);
    assertThat(lines)
        .startsWith("HIRE     hir_3f9a01bc", "STATUS   awaiting_approval")
        .contains("PAID     $450.00", "", "HIRE     hir_77e04d2f")
        .allMatch(line -> TextWidth.of(line) <= 46);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2705", "\u23f0", "\u2b50", "\ud83d\ude80", "\ud83e\ude99", "\u591c"})
  void whatATerminalDrawsWideTakesTwoColumns(String wide) {
    assertThat(TextWidth.of(wide)).isEqualTo(2);
  }

  @Test
  void anExportKeepsItsLinesHoweverNarrowTheTerminalIs() {
    var printed = new StringWriter();
    var screen = new Screen(new PrintWriter(printed), PLAIN, 20);
    screen.json("id,actor\r\n7,a name of many words\r\n\u001b");
    assertThat(printed.toString().lines())
        .containsExactly("id,actor", "7,a name of many words", "\\u001b");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 60})
  void aLineOfWordsIsBrokenAtItsBlanksAndACommandOrAnAddressIsNot(int width) {
    var printed = new StringWriter();
    var screen = new Screen(new PrintWriter(printed), new Style(true), width);
    screen.line(
        "  " + screen.style().bad("payment method required") + " of m1, no card is on file");
    screen.line("  tenure resolve hir_3f9a01bc inc_0123456789abcdef0123456789abcdef retry|abort");
    screen.line("see https://market.example/a/very/long/address/that/must/stay/whole/apr_2 now");
    var lines = printed.toString().replaceAll("\u001b\\[\\d+m", "").lines().toList();
    assertThat(lines)
        .filteredOn(line -> !line.contains("tenure ") && !line.contains("https:"))
        .isNotEmpty()
        .allMatch(line -> line.length() <= width);
    assertThat(lines).anyMatch(line -> line.endsWith(" retry|abort"));
    assertThat(lines).anyMatch(line -> line.endsWith("whole/apr_2"));
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .startsWith(" payment method required of m1, no card is on file tenure resolve");
  }
}
