package dev.tenure.activities.opencontract.signer;

import dev.tenure.model.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key that everybody knows, limits, and quotes. */
public final class Signing {

  /** The first account of the development chains; everybody may know it. */
  public static final String KEY =
      "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

  /** Its address. */
  public static final Address PAYER =
      Address.of("payer", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

  /** USDC on Base Sepolia. */
  public static final Address USDC = new Address("0x036cbd53842c5426634e7929541ec2318f3dcf7e");

  public static final Address WALLET = new Address("0x" + "aa".repeat(20));

  public static final String NETWORK = "eip155:84532";

  private Signing() {}

  /** The signer, with its key from a file. */
  public static LocalPaymentSigner signer() {
    return signerOf(KEY);
  }

  /** The signer of another key. */
  public static LocalPaymentSigner signerOf(String key) {
    Path file = null;
    try {
      file = keyFile(key, "rw-------");
      return LocalPaymentSigner.of(new KeySource.KeyFile("OC_KEY_FILE", file), null);
    } finally {
      delete(file);
    }
  }

  static Path keyFile(String text, String permissions) {
    try {
      Path file = Files.createTempFile("key", ".txt");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static PaymentPolicy policy(String perPayment, String perDay) {
    return new PaymentPolicy(
        usdc(perPayment), usdc(perDay), Set.of(NETWORK), Set.of(USDC), Set.of());
  }

  public static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), "USDC");
  }

  /** The JSON of a quote as OpenContract's version 2 has it. */
  public static String quote(String units, Address payTo) {
    return """
        {"x402Version":2,"error":"Payment required","resource":{"url":"https://market.example/v1/contracts"},
         "accepts":[{"scheme":"exact","network":"%s","payTo":"%s","asset":"%s","maxAmountRequired":"%s"}]}
        """
        .formatted(NETWORK, payTo.text(), USDC.text(), units);
  }

  public static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  static PaymentRequired required(String json) {
    try {
      return PaymentRequired.read(null, json.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableQuoteException e) {
      throw new AssertionError(e);
    }
  }
}
