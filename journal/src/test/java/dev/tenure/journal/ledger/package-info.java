@NullMarked
package dev.tenure.journal.ledger;

import org.jspecify.annotations.NullMarked;
