/** Whole worlds from files: accounts, jobs, proposals, and contracts mid-way. */
@NullMarked
package dev.tenure.sandbox.opentrain.scenario;

import org.jspecify.annotations.NullMarked;
