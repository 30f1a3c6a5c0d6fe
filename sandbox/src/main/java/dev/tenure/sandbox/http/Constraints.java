package dev.tenure.sandbox.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Constraints that many requests share, each under one name with its words. */
public final class Constraints {
  public static final String IS_REQUIRED = "is required";
  public static final String TOO_LONG = "is too long: at most {max} characters";

  /** The largest amount that is taken, in the currency's units. */
  public static final String LARGEST = "1000000000";

  public static final String NOT_POSITIVE = "must be above 0 and at most " + LARGEST;
  public static final String CENTS_ONLY = "must have at most 2 decimals";
  public static final String NO_DATE = "must be an ISO 8601 date or time";

  /** What one amount is a multiple of. */
  public static final double CENT = 0.01;

  /** The longest delay that is taken. */
  public static final long TEN_YEARS_MS = 3_650L * 24 * 60 * 60 * 1000;

  private Constraints() {}

  /** Not to be left out. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
  @Retention(RetentionPolicy.RUNTIME)
  @NotNull(message = IS_REQUIRED)
  public @interface Required {}

  /** A text that is not to be left out, and has to say something. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @NotNull(message = IS_REQUIRED)
  @Pattern(regexp = Texts.SAID, message = IS_REQUIRED)
  public @interface Said {}

  /** A text that is no longer than any. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Size(max = Texts.LONGEST, message = TOO_LONG)
  public @interface Text {}

  /** A rate or a volume. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @DecimalMin(value = "0", inclusive = false, message = NOT_POSITIVE)
  @DecimalMax(value = LARGEST, message = NOT_POSITIVE)
  public @interface Quantity {}

  /** An amount of money in whole cents. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @DecimalMin(value = "0", inclusive = false, message = NOT_POSITIVE)
  @DecimalMax(value = LARGEST, message = NOT_POSITIVE)
  @Digits(integer = 10, fraction = 2, message = CENTS_ONLY)
  public @interface Dollars {}

  /** A time that passes, in milliseconds. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Min(0)
  @Max(TEN_YEARS_MS)
  public @interface Delay {}

  /** A date, or a time with its offset. */
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @Pattern(regexp = IsoTime.SHAPE, message = NO_DATE)
  public @interface Date {}
}
