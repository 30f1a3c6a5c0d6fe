/**
 * What a shell hands to this program and gets back: variables, arguments, exit codes, and the
 * refusal of what cannot be done. It knows no other package.
 */
@NullMarked
package dev.tenure.cli.environment;

import org.jspecify.annotations.NullMarked;
