/** Seeds of the simulated marketplace, run on the real shell in Temporal's test environment. */
@NullMarked
package dev.tenure.workflows.seeds;

import org.jspecify.annotations.NullMarked;
