package dev.tenure.worker;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RehearsalTest {

  @Test
  @Timeout(300)
  void aRehearsalNeedsNobodyAndEnds() {
    assertThatCode(Rehearsal::run).doesNotThrowAnyException();
  }
}
