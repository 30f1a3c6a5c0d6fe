package dev.tenure.sandbox.opentrain.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that answers 201 for what it made, and 200 with the same shape for what was there. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MadeOrKnown {}
