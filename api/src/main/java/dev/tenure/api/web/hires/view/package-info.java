/**
 * Whole pages about hires, ready to print: lists, forms, money, questions. May know the rows and
 * the actions.
 */
@NullMarked
package dev.tenure.api.web.hires.view;

import org.jspecify.annotations.NullMarked;
