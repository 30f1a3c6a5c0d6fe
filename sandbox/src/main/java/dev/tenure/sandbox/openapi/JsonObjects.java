package dev.tenure.sandbox.openapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON objects as they were read, in the order of their fields. */
public final class JsonObjects {
  private JsonObjects() {}

  @SuppressWarnings("unchecked") // a JSON object, as it was read
  public static Map<String, Object> object(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }

  /** The object in a field that must be there. */
  public static Map<String, Object> map(Map<String, Object> node, String name) {
    return object(Objects.requireNonNull(node.get(name), name));
  }

  /** An object of names and values by turns. */
  public static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return all;
  }

  /** Every text in a field of that name, however deep. */
  static Set<String> texts(String name, @Nullable Object node) {
    Set<String> found = new LinkedHashSet<>();
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (key.equals(name) && value instanceof String text) {
                  found.add(text);
                } else {
                  found.addAll(texts(name, value));
                }
              });
      case List<?> list -> list.forEach(item -> found.addAll(texts(name, item)));
      case null, default -> {
        // A leaf.
      }
    }
    return found;
  }
}
