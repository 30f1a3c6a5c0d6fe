/**
 * What can be commanded of a hire, by whom, and how a command is refused: plain records. They know
 * the model alone.
 */
@NullMarked
package dev.tenure.lifecycle.command;

import org.jspecify.annotations.NullMarked;
