package dev.tenure.api.pages.hires.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitRowTest {

  @ParameterizedTest
  @CsvSource({
    "MATCH, m1, A Worker who accepts m1",
    "DELIVERY, m1, The delivery of m1",
    "VOTES, m1, The votes on the dispute of m1",
    "SETTLEMENT, m1, The marketplace's transfers for m1"
  })
  void itSaysWhatIsAwaited(WaitKind kind, String milestone, String words) {
    var row = new WaitRow(new Wait(kind, null, milestone, null, null, null), null);
    assertThat(row.words()).isEqualTo(words);
  }
}
