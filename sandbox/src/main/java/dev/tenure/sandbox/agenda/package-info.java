/** What is to happen at a moment of the marketplace's clock. */
@NullMarked
package dev.tenure.sandbox.agenda;

import org.jspecify.annotations.NullMarked;
