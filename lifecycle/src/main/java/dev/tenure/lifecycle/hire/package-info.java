/**
 * What is known of one hire and how it changes: the state, what an observation adds to it, and what
 * a command does to it. Nothing here decides what comes next. It knows calls, commands and the
 * model.
 */
@NullMarked
package dev.tenure.lifecycle.hire;

import org.jspecify.annotations.NullMarked;
