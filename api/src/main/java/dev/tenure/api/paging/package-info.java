/** Lists in pages: one envelope, one cursor, one limit for all of them. May know problems. */
@NullMarked
package dev.tenure.api.paging;

import org.jspecify.annotations.NullMarked;
