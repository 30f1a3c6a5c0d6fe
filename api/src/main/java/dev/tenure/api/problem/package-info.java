/** Every error of the front, as problem+json. May know connections. */
@NullMarked
package dev.tenure.api.problem;

import org.jspecify.annotations.NullMarked;
