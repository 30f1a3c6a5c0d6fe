/** Every error of the front, as problem+json. */
@NullMarked
package dev.tenure.api.problem;

import org.jspecify.annotations.NullMarked;
