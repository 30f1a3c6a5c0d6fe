package dev.tenure.sandbox.opentrain.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that needs a token, and what its account has to be allowed to do. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Gated {
  Gate value();

  /** The statuses of refusals beyond those that follow from the gate, for the description. */
  int[] refuses() default {};
}
