/** The page that shows the whole world and holds its switches. */
@NullMarked
package dev.tenure.sandbox.opentrain.console;

import org.jspecify.annotations.NullMarked;
