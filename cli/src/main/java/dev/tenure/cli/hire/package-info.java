/**
 * Commands that begin, list and follow hires, and how a hire is printed. It may know option, front,
 * http and terminal.
 */
@NullMarked
package dev.tenure.cli.hire;

import org.jspecify.annotations.NullMarked;
