package dev.tenure.worker.settings;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A length of time above zero. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface PositiveDuration {

  /** What it must be, for people. */
  String message() default "it must be a duration above zero such as PT1S";

  /** Unused; Bean Validation asks for it. */
  Class<?>[] groups() default {};

  /** Unused; Bean Validation asks for it. */
  Class<? extends Payload>[] payload() default {};
}
