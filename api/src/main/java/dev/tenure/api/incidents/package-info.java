/** The incidents of all hires: what the engine needs a person for. */
@NullMarked
package dev.tenure.api.incidents;

import org.jspecify.annotations.NullMarked;
