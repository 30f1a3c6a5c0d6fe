/**
 * Commands to one hire under way: its milestones, its money, its end. It may know option, hire and
 * front.
 */
@NullMarked
package dev.tenure.cli.control;

import org.jspecify.annotations.NullMarked;
