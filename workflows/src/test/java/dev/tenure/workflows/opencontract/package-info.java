/** Hires on OpenContract as workflows, against a fake marketplace. */
@NullMarked
package dev.tenure.workflows.opencontract;

import org.jspecify.annotations.NullMarked;
