/**
 * Options that several commands share: the front, amounts, milestones, a request in a file. It may
 * know front, http and terminal.
 */
@NullMarked
package dev.tenure.cli.option;

import org.jspecify.annotations.NullMarked;
