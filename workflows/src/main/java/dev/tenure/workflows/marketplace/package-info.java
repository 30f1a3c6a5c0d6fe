@NullMarked
package dev.tenure.workflows.marketplace;

import org.jspecify.annotations.NullMarked;
