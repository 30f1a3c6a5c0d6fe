package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds JSON against the record that describes it, and notes everything that does not fit. */
final class BodyValidator {

  private final List<FieldError> errors = new ArrayList<>();

  private BodyValidator() {}

  static List<FieldError> errors(JsonNode json, Class<?> type) {
    var validator = new BodyValidator();
    if (json.isObject()) {
      validator.check(Pointer.ROOT, json, type);
    } else {
      validator.wrongType(Pointer.ROOT, "an object");
    }
    return validator.errors;
  }

  private void check(Pointer at, JsonNode json, Type type) {
    if (json.isNull()) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      generic(at, json, generic);
    } else if (type instanceof Class<?> plain) {
      plain(at, json, plain);
    } else {
      throw new IllegalStateException("no shape for " + type);
    }
  }

  private void generic(Pointer at, JsonNode json, ParameterizedType type) {
    if (type.getRawType() == List.class) {
      list(at, json, type.getActualTypeArguments()[0]);
    } else if (type.getRawType() == Map.class) {
      map(at, json, type.getActualTypeArguments()[1]);
    } else {
      throw new IllegalStateException("no shape for " + type);
    }
  }

  private void list(Pointer at, JsonNode json, Type of) {
    require(at, json.isArray(), "an array");
    for (int i = 0; json.isArray() && i < json.size(); i++) {
      check(at.to(i), json.get(i), of);
    }
  }

  private void map(Pointer at, JsonNode json, Type of) {
    require(at, json.isObject(), "an object");
    json.properties().forEach(field -> check(at.to(field.getKey()), field.getValue(), of));
  }

  private void plain(Pointer at, JsonNode json, Class<?> type) {
    if (type == String.class) {
      require(at, json.isTextual(), json.isNumber() ? "a string, in quotes" : "a string");
    } else if (type == Boolean.class) {
      require(at, json.isBoolean(), "true or false");
    } else if (type == Integer.class) {
      require(at, json.isInt(), "a small whole number");
    } else if (type == BigDecimal.class) {
      require(at, json.isNumber(), "a number");
    } else if (type.isRecord()) {
      require(at, json.isObject(), "an object with " + names(type));
      fields(at, json, type);
    } else {
      throw new IllegalStateException("no shape for " + type);
    }
  }

  private void fields(Pointer at, JsonNode json, Class<?> type) {
    Map<String, Type> known = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      known.put(component.getName(), component.getGenericType());
    }
    json.properties()
        .forEach(
            field -> {
              Type of = known.get(field.getKey());
              Pointer there = at.to(field.getKey());
              if (of == null) {
                errors.add(unknown(there, type));
              } else {
                check(there, field.getValue(), of);
              }
            });
  }

  private void require(Pointer at, boolean fits, String wanted) {
    if (!fits) {
      wrongType(at, wanted);
    }
  }

  private void wrongType(Pointer at, String wanted) {
    errors.add(
        new FieldError(at.text(), "wrong_type", Violations.name(at) + " must be " + wanted + "."));
  }

  private static FieldError unknown(Pointer at, Class<?> type) {
    return new FieldError(
        at.text(),
        "unknown_field",
        "There is no field " + Violations.name(at) + " here; there are " + names(type) + ".");
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }
}
