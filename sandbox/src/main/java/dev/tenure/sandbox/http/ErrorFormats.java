package dev.tenure.sandbox.http;

import jakarta.inject.Singleton;
import java.util.List;

/** The formats of all marketplaces. */
@Singleton
public class ErrorFormats {
  private final List<ErrorFormat> all;

  ErrorFormats(List<ErrorFormat> all) {
    this.all = List.copyOf(all);
  }

  /** The first one that speaks for the path. */
  public ErrorFormat at(String path) {
    return all.stream()
        .filter(format -> format.speaksFor(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no format of errors for this path"));
  }
}
