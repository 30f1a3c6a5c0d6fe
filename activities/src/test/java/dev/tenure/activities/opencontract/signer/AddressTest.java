package dev.tenure.activities.opencontract.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  private static final String CHECKED = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

  @Test
  void addressesThatDifferInCaseAloneAreOne() {
    Address lower = Address.of("x", "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    assertThat(Address.of("x", CHECKED)).isEqualTo(lower).hasToString(CHECKED);
    assertThat(Address.of("x", "0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266")).isEqualTo(lower);
    assertThat(lower.is(CHECKED)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x",
        "f39fd6e51aad88f6f4ce6ab8827279cfffb92266",
        "0xf39fd6e51aad88f6f4ce6ab8827279cfffb9226",
        "0xf39fd6e51aad88f6f4ce6ab8827279cfffb922666",
        "0xg39fd6e51aad88f6f4ce6ab8827279cfffb92266"
      })
  void whatIsNoAddressIsRefusedByItsField(String text) {
    assertThatThrownBy(() -> Address.of("OC_ADDRESS", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("OC_ADDRESS=")
        .hasMessageContaining("40 hexadecimal digits");
  }

  @Test
  void aWrongChecksumIsTold() {
    assertThatThrownBy(() -> Address.of("OC_ADDRESS", CHECKED.replace("F6F4", "f6F4")))
        .hasMessageContaining("checksum");
  }

  @Test
  void aKeyGivenAsAnAddressIsNotRepeated() {
    assertThatThrownBy(() -> Address.of("OC_ADDRESS", "0x" + Signing.KEY))
        .hasMessageNotContaining(Signing.KEY.substring(0, 12));
  }
}
