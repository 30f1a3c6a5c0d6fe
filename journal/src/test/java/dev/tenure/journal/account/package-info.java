@NullMarked
package dev.tenure.journal.account;

import org.jspecify.annotations.NullMarked;
