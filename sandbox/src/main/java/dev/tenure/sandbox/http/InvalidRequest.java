package dev.tenure.sandbox.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.io.Serial;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that cannot be read as what it should be; each marketplace tells it in its own way. */
public class InvalidRequest extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String field;

  private InvalidRequest(@Nullable String field, String words) {
    super(field == null ? words : field + " " + words, null, false, false);
    this.field = field;
  }

  /** Wrong as a whole; the words are a sentence. */
  public static InvalidRequest malformed(String words) {
    return new InvalidRequest(null, words);
  }

  /** Wrong in one field; the words go on from its name. */
  public static InvalidRequest field(String field, String words) {
    return new InvalidRequest(field, words);
  }

  /** Refuses a field that does not fit; the words go on from its name. */
  public static void require(boolean fits, String field, String words) {
    if (!fits) {
      throw field(field, words);
    }
  }

  /** The first broken constraint by its field's name: one is named at a time, always the same. */
  public static InvalidRequest of(Set<? extends ConstraintViolation<?>> violations) {
    ConstraintViolation<?> first =
        Collections.min(violations, Comparator.comparing(one -> one.getPropertyPath().toString()));
    return field(name(first.getPropertyPath()), first.getMessage());
  }

  /** The field that is wrong; null when it is the request as a whole. */
  public @Nullable String field() {
    return field;
  }

  /** {@code approvals[0].edit.amount}: without the method's name, and without that of its body. */
  private static String name(Path path) {
    StringBuilder name = new StringBuilder();
    @Nullable String parameter = null;
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() != ElementKind.METHOD) {
        if (node.getIndex() != null) {
          name.append('[').append(node.getIndex()).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
          name.append(name.isEmpty() ? "" : ".").append(node.getName());
        }
      }
    }
    return name.isEmpty() ? Objects.requireNonNullElse(parameter, "") : name.toString();
  }
}
