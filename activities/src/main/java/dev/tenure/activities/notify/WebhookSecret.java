package dev.tenure.activities.notify;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.Base64;

/** The key that a receiver verifies our webhooks with; signs as Standard Webhooks 1.0 describes. */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  /**
   * Reads {@code whsec_} and Base64 of 24 to 64 bytes.
   *
   * @throws IllegalArgumentException with words that do not repeat the secret
   */
  public static WebhookSecret of(String text) {
    byte[] key = decode(text);
    if (!text.startsWith(PREFIX) || key.length < LEAST_BYTES || key.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "it must be whsec_ and Base64 of 24 to 64 random bytes, e.g. from:"
              + " echo whsec_$(openssl rand -base64 32)");
    }
    return new WebhookSecret(key);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text.substring(Math.min(PREFIX.length(), text.length())));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** The value of the header {@code webhook-signature}. */
  String sign(String id, long epochSecond, String body) {
    try {
      return new Webhook(key).sign(id, epochSecond, body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
