package dev.tenure.api.hires;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for the JSON type that a field must have. */
final class Shapes {

  private Shapes() {}

  static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "of another JSON type";
    }
    if (type == String.class) {
      return "a string";
    }
    if (type == Integer.class || type == int.class) {
      return "an integer number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord()
        ? "an object"
        : "of another JSON type";
  }
}
