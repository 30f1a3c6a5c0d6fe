package dev.tenure.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationOptionsTest {

  @ParameterizedTest
  @CsvSource({"y,true", "YES,true", "' yes ',true", "n,false", "'',false", "yep,false", "ja,false"})
  void onlyAYesIsAYes(String answer, boolean yes) {
    assertThat(ConfirmationOptions.isYes(answer)).isEqualTo(yes);
  }
}
