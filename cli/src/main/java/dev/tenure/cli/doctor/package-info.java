/**
 * Everything that a first real hire needs, looked at one after the other. It may know front, http,
 * home, network and stack.
 */
@NullMarked
package dev.tenure.cli.doctor;

import org.jspecify.annotations.NullMarked;
