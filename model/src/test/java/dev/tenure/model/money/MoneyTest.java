package dev.tenure.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void amountsHaveAtLeastTheDecimalsOfTheirCurrency() {
    assertThat(Money.usd("450")).hasToString("$450.00");
    assertThat(new Money(new BigDecimal("1.5"), "USDC")).hasToString("1.500000 USDC");
    assertThat(Money.ofMinor(45_000, "USD")).isEqualTo(Money.usd("450.00"));
    assertThat(Money.ofMinor(1, "USDC").amount()).isEqualTo(new BigDecimal("0.000001"));
    assertThat(Money.zero("USD")).isEqualTo(Money.usd("0.00"));
  }

  @Test
  void amountsFinerThanTheirCurrencyAreKeptExactly() {
    assertThat(Money.usd("0.005").amount()).isEqualTo(new BigDecimal("0.005"));
    assertThat(Money.usd("0.1").plus(Money.usd("0.2"))).isEqualTo(Money.usd("0.3"));
    assertThat(Money.usd("1.0050")).isEqualTo(Money.usd("1.005"));
  }

  @Test
  void equalAmountsAreEqualHoweverTheyAreWritten() {
    assertThat(Money.usd("450.000"))
        .isEqualTo(Money.usd("450"))
        .hasSameHashCodeAs(Money.usd("450.0"));
    assertThat(Money.usd("1E+3")).hasToString("$1000.00");
  }

  @Test
  void tenPercentIsRoundedHalfUpToTheCurrency() {
    assertThat(Money.usd("450.00").percent(10)).isEqualTo(Money.usd("45.00"));
    assertThat(Money.usd("0.05").percent(10)).isEqualTo(Money.usd("0.01"));
    assertThat(Money.usd("0.04").percent(10)).isEqualTo(Money.usd("0.00"));
    assertThat(new Money(new BigDecimal("0.000005"), "USDC").percent(10))
        .isEqualTo(new Money(new BigDecimal("0.000001"), "USDC"));
  }

  @Test
  void currenciesAreNotMixed() {
    Money usdc = Money.zero("USDC");
    assertThatIllegalArgumentException().isThrownBy(() -> Money.usd("1").plus(usdc));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.usd("1").minus(usdc));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.usd("1").compareTo(usdc));
  }

  @Test
  void jsonIsADecimalTextAndACurrencyAndNothingElse() throws Exception {
    String text = json.writeValueAsString(Money.usd("450"));

    assertThat(text).isEqualTo("{\"amount\":\"450.00\",\"currency\":\"USD\"}");
    assertThat(json.readValue(text, Money.class)).isEqualTo(Money.usd("450.00"));
  }

  @Test
  void theWorstCaseOfAPlanHoldsEveryFee() {
    assertThat(Fees.ofHire(Money.usd("450.00"))).isEqualTo(Money.usd("54.95"));
    assertThat(Fees.worstCase(List.of(Money.usd("450"), Money.usd("250"), Money.usd("100"))))
        .isEqualTo(Money.usd("889.95"));
  }
}
