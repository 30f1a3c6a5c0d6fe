package dev.tenure.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in terminals of several widths. */
class TableTest {
  private static final Style PLAIN = new Style(false);
  private final Table table =
      new Table(
          Column.left("HIRE"),
          Column.left("STATUS"),
          Column.words("TITLE"),
          Column.right("PAID").ifRoom(),
          Column.left("CHANGED").ifRoom());

  TableTest() {
    table.row("hir_3f9a01bc", "awaiting_approval", "Dashcam frames by night", "$450.00", "2 d ago");
    table.row(
        "hir_77e04d2f",
        "active",
        "\u5927\u304d\u3044\u7d75\u3092\u63cf\u304f\u4ed5\u4e8b",
        "$1,250.00",
        "3 min ago");
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 80, 76, 60, 50, 47})
  void noLineIsWiderThanTheTerminalAndIdsStayWhole(int room) {
    var lines = table.lines(PLAIN, room);
    assertThat(lines).allMatch(line -> TextWidth.of(line) <= room);
    assertThat(lines.get(1)).startsWith("hir_3f9a01bc  awaiting_approval  Dashcam");
  }

  @Test
  void wordsAreCutBeforeAColumnIsLeftOut() {
    assertThat(table.lines(PLAIN, 76).get(1)).contains("\u2026", "$450.00", "2 d ago");
    assertThat(table.lines(PLAIN, 60).get(0)).contains("PAID").doesNotContain("CHANGED");
    assertThat(table.lines(PLAIN, 50).get(0)).doesNotContain("PAID");
  }

  @Test
  void nothingIsCutWhereNobodyLooks() {
    assertThat(table.lines(PLAIN, Screen.UNLIMITED).get(1)).contains("Dashcam frames by night");
  }

  @Test
  void whatMustNotBeCutStandsOnALineOfItsOwn() {
    table.note("https://market.example/a/very/long/address/that/must/stay/whole/apr_2");
    assertThat(table.lines(PLAIN, 40).get(3)).endsWith("apr_2");
  }

  @Test
  void wideLettersTakeTwoColumns() {
    var lines = table.lines(PLAIN, Screen.UNLIMITED);
    assertThat(TextWidth.of(lines.get(2).substring(0, lines.get(2).indexOf("$1,250.00"))))
        .isEqualTo(lines.get(0).indexOf("PAID") - 5);
  }
}
