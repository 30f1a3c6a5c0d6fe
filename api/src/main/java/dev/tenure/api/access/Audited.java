package dev.tenure.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that the audit list tells of, whatever came of it: all that write do. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

  /** What is wanted, e.g. {@code end}; a name in braces is that part of the address. */
  String value();
}
