/**
 * What is told between the process, the journal and the marketplace. It may know hire and money.
 */
@NullMarked
package dev.tenure.model.message;

import org.jspecify.annotations.NullMarked;
