package dev.tenure.api.pages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @ParameterizedTest
  @ValueSource(ints = {0x1b, 0x85, 0x61c, 0x200e, 0x200f, 0x2028, 0x202e, 0x2066, 0x2069})
  void whatSteersATerminalOrTurnsTheDirectionOfWritingIsWrittenOut(int character) {
    assertThat(PrintableText.of("a" + Character.toString(character) + "b"))
        .isEqualTo("a\\u%04xb".formatted(character));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines\tand a tab",
        "Gr\u00f6\u00dfe",
        "\u0645\u0631\u062d\u0628\u0627",
        "\ud83d\ude80"
      })
  void whatIsShownStaysAsItIs(String text) {
    assertThat(PrintableText.of(text)).isEqualTo(text);
  }
}
