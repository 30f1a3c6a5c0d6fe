/**
 * Processes of a stack, started, watched, started again and stopped in their order. It may know
 * home, program and network.
 */
@NullMarked
package dev.tenure.cli.supervision;

import org.jspecify.annotations.NullMarked;
