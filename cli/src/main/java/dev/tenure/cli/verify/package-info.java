/**
 * Everything that the tests need, fetched where it is missing, and what they came to. It may know
 * temporal, program and terminal.
 */
@NullMarked
package dev.tenure.cli.verify;

import org.jspecify.annotations.NullMarked;
