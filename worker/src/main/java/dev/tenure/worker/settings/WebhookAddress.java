package dev.tenure.worker.settings;

import java.net.URI;

/**
 * An address that is a secret as well, such as a Slack webhook's: it is never repeated in words.
 *
 * @param uri begins with {@code https} or {@code http}
 */
public record WebhookAddress(URI uri) {

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with words that do not repeat it
   */
  static WebhookAddress of(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
        return new WebhookAddress(uri);
      }
    } catch (IllegalArgumentException e) {
      throw unfit();
    }
    throw unfit();
  }

  private static IllegalArgumentException unfit() {
    return new IllegalArgumentException(
        "it must be an address that begins with https:// or http://");
  }

  @Override
  public String toString() {
    return "WebhookAddress[" + uri.getHost() + "]";
  }
}
