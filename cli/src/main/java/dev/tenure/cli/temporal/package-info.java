/**
 * Temporal's command line program, wherever it comes from, and the development server in it. It may
 * know http, program and network.
 */
@NullMarked
package dev.tenure.cli.temporal;

import org.jspecify.annotations.NullMarked;
