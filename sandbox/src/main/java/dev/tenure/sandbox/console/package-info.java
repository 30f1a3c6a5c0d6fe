/**
 * Parts of the consoles of both marketplaces: tables with what can be done to their rows. They know
 * no marketplace.
 */
@NullMarked
package dev.tenure.sandbox.console;

import org.jspecify.annotations.NullMarked;
