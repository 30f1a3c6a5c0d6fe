/**
 * A hire as it stands: its documents, where it stands, what it waits for and what it allows. It may
 * know plan and money.
 */
@NullMarked
package dev.tenure.model.hire;

import org.jspecify.annotations.NullMarked;
