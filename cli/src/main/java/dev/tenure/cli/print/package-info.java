/** Words, amounts, times and tables for a terminal. */
@NullMarked
package dev.tenure.cli.print;

import org.jspecify.annotations.NullMarked;
