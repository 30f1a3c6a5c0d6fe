/**
 * Commands to one hire under way: its milestones, its money, its end. It may know hire and all that
 * hire knows.
 */
@NullMarked
package dev.tenure.cli.control;

import org.jspecify.annotations.NullMarked;
