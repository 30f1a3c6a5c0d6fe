package dev.tenure.sandbox.opencontract.model;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A part of a whole, from 0 to 1: its constraints hold wherever it stands. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@DecimalMin(value = "0", message = Ratio.WORDS)
@DecimalMax(value = "1", message = Ratio.WORDS)
public @interface Ratio {
  String WORDS = "must be from 0 to 1";
}
