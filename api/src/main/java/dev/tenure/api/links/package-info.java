/**
 * Where things are found under the front's own address, and what may be commanded there. Knows the
 * model only.
 */
@NullMarked
package dev.tenure.api.links;

import org.jspecify.annotations.NullMarked;
