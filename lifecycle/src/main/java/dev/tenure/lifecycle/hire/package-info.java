/**
 * What is known of a hire on any marketplace, and how it changes: calls under way, commands,
 * incidents, and how much of it was told. Nothing here decides.
 */
@NullMarked
package dev.tenure.lifecycle.hire;

import org.jspecify.annotations.NullMarked;
