package dev.tenure.api.web;

import org.jspecify.annotations.Nullable;

/**
 * A name and its value, ready to print.
 *
 * @param note what is to be known beside the value
 */
public record Fact(String name, String value, @Nullable String note) {

  Fact(String name, String value) {
    this(name, value, null);
  }
}
