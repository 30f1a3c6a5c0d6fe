/** The description of the marketplace's API as the sandbox serves it, made from its own shapes. */
@NullMarked
package dev.tenure.sandbox.openapi;

import org.jspecify.annotations.NullMarked;
