package dev.tenure.sandbox.opentrain.api;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that needs a token, and what its account has to be allowed to do. Its method is one
 * transaction, with the caller as that finds it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Around
@interface Gated {
  Gate value();

  /** The statuses of refusals beyond those that follow from the gate, for the description. */
  int[] refuses() default {};

  /** It answers 201 for what it made, and 200 with the same shape for what was there. */
  boolean known() default false;
}
