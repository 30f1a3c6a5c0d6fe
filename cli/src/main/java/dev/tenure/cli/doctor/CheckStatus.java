package dev.tenure.cli.doctor;

import java.util.Locale;

/** What a look came to. */
public enum CheckStatus {
  GREEN,
  /** A first real hire would fail on it. */
  RED,
  /** It could not be looked at, most often because something before it is red. */
  UNKNOWN;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
