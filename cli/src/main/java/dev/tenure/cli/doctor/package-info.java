/** Everything that a first real hire needs, looked at one after the other. */
@NullMarked
package dev.tenure.cli.doctor;

import org.jspecify.annotations.NullMarked;
