/**
 * Bodies and queries by their records, whose annotations are the published schema, and what makes
 * plans and terms of them: the rules between fields and the defaults. May know the digests.
 */
@NullMarked
package dev.tenure.api.hires.request;

import org.jspecify.annotations.NullMarked;
