/**
 * Everything that carries a command to the workflow: its key, the sending, what came of it, why it
 * was refused. May know the requests and the answers.
 */
@NullMarked
package dev.tenure.api.hires.command;

import org.jspecify.annotations.NullMarked;
