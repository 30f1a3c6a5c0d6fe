/**
 * The whole stack: what has to run, with which settings, up, down and its status. It may know
 * supervision, home, temporal and network; it knows nothing of hires.
 */
@NullMarked
package dev.tenure.cli.stack;

import org.jspecify.annotations.NullMarked;
