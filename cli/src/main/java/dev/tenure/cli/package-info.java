/**
 * The program behind the launcher: its commands, and how a failure is told. It may know every
 * package of this room; none of them knows it.
 */
@NullMarked
package dev.tenure.cli;

import org.jspecify.annotations.NullMarked;
