package dev.tenure.sandbox.market;

import java.util.regex.Pattern;

/**
 * Where a webhook may be sent: absolute https, plain http to this machine only. The API's
 * description says it in the same words.
 */
public final class WebhookUrl {
  public static final int LONGEST = 2_048;

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String NAME = "(" + LABEL + "\\.)*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String ADDRESS = "(" + BYTE + "\\.){3}" + BYTE;
  private static final String LOCAL = "(localhost|127\\.0\\.0\\.1|\\[::1\\])";
  private static final String PORT = "(:[1-9][0-9]{0,3}|:[1-5][0-9]{4}|:6[0-4][0-9]{3})?";
  private static final String CHARACTER = "[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}";

  /** What fits is a URL that can be called. */
  public static final String SHAPE =
      "^(https://(%s|%s|\\[::1\\])|http://%s)%s(/(%s)*)?(\\?(%s|\\?)*)?$"
          .formatted(NAME, ADDRESS, LOCAL, PORT, CHARACTER, CHARACTER);

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private WebhookUrl() {}

  static String in(Fields body, String field) {
    return body.matching(
        field, PATTERN, LONGEST, "must be absolute https (plain http for localhost only)");
  }
}
