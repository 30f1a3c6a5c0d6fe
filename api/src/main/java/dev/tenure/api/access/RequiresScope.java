package dev.tenure.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope without which an operation is refused; that of a method goes before that of its class.
 * An operation that names none is for {@link Scope#ADMIN} only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {

  /** The scope. */
  Scope value();
}
