package dev.tenure.sandbox.market;

import java.util.regex.Pattern;

/** An address as it is taken here; the API's description says it in the same words. */
public final class Email {
  /** Visible ASCII around one sign. */
  public static final String SHAPE = "^[!-?A-~]{1,64}@[!-?A-~]{1,255}$";

  private static final int LONGEST = 320;
  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private Email() {}

  static String in(Fields body, String field) {
    return body.matching(field, PATTERN, LONGEST, "must be an e-mail address");
  }
}
