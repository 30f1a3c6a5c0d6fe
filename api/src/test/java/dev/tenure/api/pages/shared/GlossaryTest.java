package dev.tenure.api.pages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "1234567.5, USD, '$1,234,567.50'",
    "1200, USDC, '1,200.000000 USDC'",
    "0.5, USDC, '0.500000 USDC'",
    "999.999, EUR, '999.999 EUR'",
    "-1234.50, USD, '-$1,234.50'",
    "-0.5, USDC, '-0.500000 USDC'"
  })
  void thousandsAreGroupedInEveryCurrency(BigDecimal amount, String currency, String words) {
    assertThat(Glossary.money(new Money(amount, currency))).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource(ApprovalStatus.class)
  void aNameOfTheApiIsTakenForWordsByASpaceAndACapitalLetter(ApprovalStatus status) {
    assertThat(Glossary.words(status)).matches("[A-Z][a-z]+( [a-z]+)*");
    assertThat(Glossary.words(ApprovalStatus.LOST_SIGHT)).isEqualTo("Lost sight");
  }
}
