package dev.tenure.sandbox.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At least one of these fields has to be there, and a text among them has to say something, as the
 * record itself sees to it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyOf {
  /** The names of the fields. */
  String[] value();
}
