package dev.tenure.activities.opentrain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Foreign text made fit for incidents and histories: one short line, no secret, no address. */
final class Words {

  private static final int LONGEST = 200;
  private static final Pattern SECRET = Pattern.compile("\\b(ot_[a-z]{3}_|whsec_)\\S+");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Words() {}

  static String safe(String foreign) {
    String line = BLANKS.matcher(foreign).replaceAll(" ").strip();
    String clean = MAIL.matcher(SECRET.matcher(line).replaceAll("***")).replaceAll("***");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
  }

  /** A link that a person may follow; absent where the text is none. */
  static @Nullable String link(@Nullable String foreign) {
    boolean web =
        foreign != null
            && (foreign.startsWith("https://") || foreign.startsWith("http://"))
            && foreign.length() <= 2048
            && !BLANKS.matcher(foreign).find();
    return web ? foreign : null;
  }
}
