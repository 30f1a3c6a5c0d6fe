package dev.tenure.sandbox.http;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.beans.BeanWrapper;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for one of the fields that {@link AnyOf} names. */
@Singleton
final class AnyOfValidator implements ConstraintValidator<AnyOf, Object> {
  @Override
  public boolean isValid(
      @Nullable Object body,
      AnnotationValue<AnyOf> annotation,
      ConstraintValidatorContext context) {
    String[] fields = annotation.stringValues();
    if (body == null || Stream.of(fields).anyMatch(field -> given(body, field))) {
      return true;
    }
    context.disableDefaultConstraintViolation();
    context
        .buildConstraintViolationWithTemplate(annotation.stringValue("message").orElseThrow())
        .addPropertyNode(fields[0])
        .addConstraintViolation();
    return false;
  }

  private static boolean given(Object body, String field) {
    Object value = BeanWrapper.getWrapper(body).getProperty(field, Object.class).orElse(null);
    return value instanceof String text ? Texts.said(text) != null : value != null;
  }
}
