/** The front's pages for people: plain HTML from the server, forms for the actions. */
@NullMarked
package dev.tenure.api.web;

import org.jspecify.annotations.NullMarked;
