/**
 * Processes of a stack, started, watched, started again and stopped in their order. It may know
 * home, program, network and terminal.
 */
@NullMarked
package dev.tenure.cli.supervision;

import org.jspecify.annotations.NullMarked;
