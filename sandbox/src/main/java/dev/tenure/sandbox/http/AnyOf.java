package dev.tenure.sandbox.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** At least one of these fields has to be there, and a text among them has to say something. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface AnyOf {
  /** The names of two fields; the first one is named when both are missing. */
  String[] value();

  /** What is said of the first one. */
  String message();

  /** Of Bean Validation; not used here. */
  Class<?>[] groups() default {};

  /** Of Bean Validation; not used here. */
  Class<? extends Payload>[] payload() default {};
}
