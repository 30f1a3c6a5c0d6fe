/**
 * Pure records that every room may know: {@code plan} (what is asked for), {@code hire} (how it
 * stands), {@code money}, {@code account}, {@code message} (what is told). They know the JDK and
 * Jackson's annotations only.
 */
@NullMarked
package dev.tenure.model;

import org.jspecify.annotations.NullMarked;
