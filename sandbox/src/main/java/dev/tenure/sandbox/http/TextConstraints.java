package dev.tenure.sandbox.http;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.DefaultConstraintValidators;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Measures texts in characters, as JSON Schema does; the framework's own validator of {@link Size}
 * counts UTF-16 units, of which many a character takes two.
 */
@Singleton
@Replaces(DefaultConstraintValidators.class)
class TextConstraints extends DefaultConstraintValidators {
  private static final ConstraintValidator<Size, CharSequence> SIZE =
      (text, size, context) ->
          text == null
              || (Texts.length(text) >= size.intValue("min").orElse(0)
                  && Texts.length(text) <= size.intValue("max").orElse(Integer.MAX_VALUE));

  TextConstraints(BeanContext context) {
    super(context);
  }

  @Override
  @SuppressWarnings("unchecked") // of the constraint and the type that were asked for
  public <A extends Annotation, T> Optional<ConstraintValidator<A, T>> findConstraintValidator(
      Class<A> constraint, Class<T> type) {
    return constraint == Size.class && CharSequence.class.isAssignableFrom(type)
        ? Optional.of((ConstraintValidator<A, T>) SIZE)
        : super.findConstraintValidator(constraint, type);
  }
}
