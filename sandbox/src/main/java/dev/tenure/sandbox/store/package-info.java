/** Documents that survive the process: JSON values in one file, one writer at a time. */
@NullMarked
package dev.tenure.sandbox.store;

import org.jspecify.annotations.NullMarked;
