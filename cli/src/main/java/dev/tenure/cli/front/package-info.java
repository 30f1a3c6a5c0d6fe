/**
 * Tenure's HTTP front as its clients see it: address, calls, refusals, and the stream of events. It
 * may know http, home, network and environment.
 */
@NullMarked
package dev.tenure.cli.front;

import org.jspecify.annotations.NullMarked;
