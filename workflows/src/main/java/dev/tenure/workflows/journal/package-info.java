@NullMarked
package dev.tenure.workflows.journal;

import org.jspecify.annotations.NullMarked;
