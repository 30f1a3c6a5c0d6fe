/** Whole worlds from files: accounts, jobs, proposals, and contracts mid-way. */
@NullMarked
package dev.tenure.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
