package dev.tenure.sandbox.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.sandbox.wire.Moment;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the records that are really written into schemas, so that the two cannot differ. */
final class Shapes {
  private final Map<String, Object> known = new TreeMap<>();

  /** A reference to the record's schema, which from now on is among the known ones. */
  Map<String, Object> of(Class<?> shape) {
    String name = name(shape);
    if (!known.containsKey(name)) {
      known.put(name, Map.of());
      known.put(name, object(shape));
    }
    return Schema.ref(name);
  }

  Map<String, Object> known() {
    return known;
  }

  private Map<String, Object> object(Class<?> shape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : shape.getRecordComponents()) {
      String name = name(component);
      Map<String, Object> schema = of(component.getAnnotatedType());
      if (annotated(component, JsonInclude.class) == null) {
        required.add(name);
      }
      properties.put(
          name,
          component.getAnnotatedType().isAnnotationPresent(Nullable.class)
              ? Schema.nullable(schema)
              : schema);
    }
    return Schema.with(Schema.object(required, properties), "additionalProperties", false);
  }

  private Map<String, Object> of(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      return arguments.length == 1
          ? Schema.list(of(arguments[0]))
          : Schema.with(Schema.type("object"), "additionalProperties", of(arguments[1]));
    }
    if (type == String.class) {
      return Schema.text();
    }
    if (type == Moment.class) {
      return Schema.text("date-time");
    }
    if (type == BigDecimal.class) {
      return Schema.type("number");
    }
    if (type == boolean.class) {
      return Schema.type("boolean");
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return Schema.type("integer");
    }
    if (type instanceof Class<?> shape && shape.isRecord()) {
      return of(shape);
    }
    if (type == Object.class) {
      return Map.of();
    }
    throw new IllegalStateException("no schema for " + type);
  }

  private static String name(RecordComponent component) {
    JsonProperty named = annotated(component, JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  /** Jackson's annotations are not for components; javac hands them on to the accessor. */
  private static <A extends Annotation> @Nullable A annotated(
      RecordComponent component, Class<A> kind) {
    return component.getAccessor().getAnnotation(kind);
  }

  private static String name(Class<?> shape) {
    String own = shape.getSimpleName().replaceFirst("Json$", "");
    Class<?> outer = shape.getEnclosingClass();
    return outer == null ? own : name(outer) + own;
  }
}
