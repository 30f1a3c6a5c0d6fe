/** The web pages: one per approval, and an index. */
@NullMarked
package dev.tenure.sandbox.pages;

import org.jspecify.annotations.NullMarked;
