package dev.tenure.api.access;

import dev.tenure.api.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of an API key: {@code tnr_}, the digits of the key's id, {@code _}, and 256 random
 * bits. A plain SHA-256 is enough to keep it by, since nobody can try 2^256 secrets.
 *
 * @param text as its holder sends it
 */
public record ApiKeySecret(String text) {

  private static final Pattern FORM = Pattern.compile("tnr_([0-9a-f]{16})_[A-Za-z0-9_-]{43}");
  private static final String ID = "key_";
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new secret, of a new key. */
  public static ApiKeySecret random() {
    String random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    return new ApiKeySecret("tnr_" + HexFormat.of().formatHex(bytes(ID_BYTES)) + "_" + random);
  }

  /** The id of the key; empty where the text does not have the form of a secret. */
  public Optional<String> keyId() {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? Optional.of(ID + matcher.group(1)) : Optional.empty();
  }

  /** What the journal keeps: SHA-256 in hexadecimal digits. */
  public String hash() {
    return Digests.of(text);
  }

  boolean hasHash(String hash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Never the secret itself. */
  @Override
  public String toString() {
    return "ApiKeySecret[" + keyId().orElse("unknown") + "]";
  }
}
