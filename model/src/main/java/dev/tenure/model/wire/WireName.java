package dev.tenure.model.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A constant of an enum that has a name on the wire: in JSON, in queries, in the journal. */
public interface WireName {

  /** The constant's name in Java. */
  String name();

  /** The name on the wire, e.g. {@code awaiting_approval}. */
  default String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that name; nothing where there is none. */
  static <E extends Enum<E> & WireName> Optional<E> find(Class<E> type, @Nullable String wire) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.wire().equals(wire))
        .findFirst();
  }
}
