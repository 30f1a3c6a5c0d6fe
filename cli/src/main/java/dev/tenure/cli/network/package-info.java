/**
 * The ports of a stack, where each one listens, and the probes that ask who serves there. It may
 * know environment.
 */
@NullMarked
package dev.tenure.cli.network;

import org.jspecify.annotations.NullMarked;
