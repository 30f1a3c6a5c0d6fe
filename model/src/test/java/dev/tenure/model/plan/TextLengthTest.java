package dev.tenure.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLengthTest {
  private static final String BIRD = "\uD83D\uDC26";

  @Test
  void anEmojiIsOneCharacter() {
    assertThat(TextLength.of(BIRD + "a")).isEqualTo(2);
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(TextLength.shortened("a" + BIRD + BIRD, 2)).isEqualTo("a" + BIRD);
    assertThat(TextLength.shortened("ab", 2)).isEqualTo("ab");
  }
}
