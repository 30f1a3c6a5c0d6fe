package dev.tenure.api.pages.shared;

import org.jspecify.annotations.Nullable;

/**
 * A name and its value, ready to print.
 *
 * @param note what is to be known beside the value
 */
public record Fact(String name, String value, @Nullable String note) {

  public Fact(String name, String value) {
    this(name, value, null);
  }
}
