package dev.tenure.sandbox.random;

import org.jspecify.annotations.Nullable;

/** Draws that depend on the seed and on what is drawn for, never on the order of drawing. */
public record SeededDraw(long seed) {

  /** From 0 up to 1. */
  public double draw(String what) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < what.length(); i++) {
      mixed = mix(mixed + what.charAt(i));
    }
    return (mix(mixed) >>> 11) * 0x1.0p-53;
  }

  public boolean happens(@Nullable Number probability, String what) {
    return probability == null || draw(what) < probability.doubleValue();
  }

  /** From least to most. */
  public long between(long least, @Nullable Long most, String what) {
    return most == null ? least : least + (long) (draw(what) * (most - least + 1));
  }

  /** Every bit of the number has a say in every bit of the answer (the finalizer of SplitMix64). */
  private static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
