package dev.tenure.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the own machine's names and addresses from all others, without asking any name server. */
public final class Loopback {

  private static final Pattern NAMES =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|::1|\\[::1\\])");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private Loopback() {}

  /** Whether a host, with a port or without, is the own machine. */
  public static boolean names(String host) {
    String text = host.toLowerCase(Locale.ROOT).strip();
    return NAMES.matcher(text).matches()
        || NAMES.matcher(PORT.matcher(text).replaceFirst("")).matches();
  }
}
