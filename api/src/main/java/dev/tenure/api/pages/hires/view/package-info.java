/**
 * What pages show of hires, in words for people: rows over the journal's documents, money, forms,
 * questions, and the commands that a page can send. Knows no controller.
 */
@NullMarked
package dev.tenure.api.pages.hires.view;

import org.jspecify.annotations.NullMarked;
