/** The list of hires, and one hire: its pages, its ledger, and the commands that a page sends. */
@NullMarked
package dev.tenure.api.web.hires;

import org.jspecify.annotations.NullMarked;
