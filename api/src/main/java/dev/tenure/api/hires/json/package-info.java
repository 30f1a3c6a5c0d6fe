/**
 * Hires as the front tells them: the records of the answers, and the answers with their tags. May
 * know the digests.
 */
@NullMarked
package dev.tenure.api.hires.json;

import org.jspecify.annotations.NullMarked;
