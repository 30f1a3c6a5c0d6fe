/** Whether the front can do its work: readiness and its parts. */
@NullMarked
package dev.tenure.api.health;

import org.jspecify.annotations.NullMarked;
