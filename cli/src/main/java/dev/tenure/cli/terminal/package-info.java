/**
 * Words, amounts, times and tables for a terminal, and the escape of what a terminal would obey. It
 * may know environment.
 */
@NullMarked
package dev.tenure.cli.terminal;

import org.jspecify.annotations.NullMarked;
