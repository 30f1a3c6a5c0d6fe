/** The web pages: one per approval, and an index. */
@NullMarked
package dev.tenure.sandbox.opentrain.pages;

import org.jspecify.annotations.NullMarked;
