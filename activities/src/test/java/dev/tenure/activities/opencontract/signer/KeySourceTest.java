package dev.tenure.activities.opencontract.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(strings = {"%s", "0x%s", "  0X%s\n", "%s\r\n"})
  void aKeyIsReadFromAFileOfItsOwnerAlone(String form) {
    Path file = Signing.keyFile(form.formatted(Signing.KEY), "rw-------");
    assertThat(LocalPaymentSigner.of(new KeySource.KeyFile("OC_KEY_FILE", file), null).address())
        .isEqualTo(Signing.PAYER);
    Signing.delete(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void aFileThatOthersMayUseIsRefused(String permissions) {
    Path file = Signing.keyFile(Signing.KEY, permissions);
    assertThatThrownBy(() -> new KeySource.KeyFile("OC_KEY_FILE", file).read())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OC_KEY_FILE")
        .hasMessageContaining("chmod 600");
    Signing.delete(file);
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> new KeySource.KeyFile("OC_KEY_FILE", Path.of("/no/such/key")).read())
        .hasMessageContaining("there is no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff8",
        "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80ff",
        "zc0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
      })
  void whatIsNoKeyIsRefusedAndNotRepeated(String text) {
    Path file = Signing.keyFile(text, "rw-------");
    Throwable refused =
        catchThrowable(
            () -> LocalPaymentSigner.of(new KeySource.KeyFile("OC_KEY_FILE", file), null));
    assertThat(refused).hasMessageContaining("OC_KEY_FILE").hasMessageContaining("private key");
    StringWriter trace = new StringWriter();
    refused.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("c0974bec39a1", "baaedce6af48");
    Signing.delete(file);
  }

  @Test
  void aKeyThatFitsAnotherAddressIsRefusedWithBothAddresses() {
    Path file = Signing.keyFile(Signing.KEY, "rw-------");
    assertThatThrownBy(
            () -> LocalPaymentSigner.of(new KeySource.KeyFile("OC_KEY_FILE", file), Signing.WALLET))
        .hasMessageContaining(Signing.PAYER.toString())
        .hasMessageContaining(Signing.WALLET.toString())
        .hasMessageNotContaining(Signing.KEY);
    Signing.delete(file);
  }

  @Test
  void aCommandMayPrintTheKey() {
    KeySource source = command("echo " + Signing.KEY, PATIENCE);
    assertThat(LocalPaymentSigner.of(source, null).address()).isEqualTo(Signing.PAYER);
    assertThat(source.toString()).doesNotContain(Signing.KEY);
  }

  @Test
  void aCommandThatFailsIsToldWithoutWhatItPrinted() {
    assertThatThrownBy(() -> command("echo " + Signing.KEY + "; exit 3", PATIENCE).read())
        .hasMessageContaining("OC_KEY_COMMAND")
        .hasMessageContaining("ended with 3")
        .hasMessageNotContaining(Signing.KEY);
  }

  @Test
  void aCommandThatNeverEndsIsEnded() {
    assertThatThrownBy(() -> command("sleep 600", Duration.ofMillis(300)).read())
        .hasMessageContaining("has not ended");
  }

  @Test
  void aCommandThatPrintsWithoutEndIsEnded() {
    assertThatThrownBy(() -> command("yes " + Signing.KEY, PATIENCE).read())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(Signing.KEY);
  }

  private static KeySource command(String line, Duration patience) {
    return new KeySource.KeyCommand("OC_KEY_COMMAND", line, patience);
  }
}
