/** Access, health, and the description of the front itself. */
@NullMarked
package dev.tenure.api.ops;

import org.jspecify.annotations.NullMarked;
