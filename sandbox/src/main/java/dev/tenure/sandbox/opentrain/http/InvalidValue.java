package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.opentrain.rules.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the marketplace's words which value broke a constraint. */
final class InvalidValue {
  private InvalidValue() {}

  /** The refusal of the first one: the marketplace names one field at a time. */
  static Refusal refusal(Set<? extends ConstraintViolation<?>> violations) {
    ConstraintViolation<?> first = violations.iterator().next();
    return Refusal.field(field(first.getPropertyPath()), first.getMessage());
  }

  /** {@code approvals[0].edit.amount}: without the method's name, and without that of its body. */
  private static String field(Path path) {
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
