@NullMarked
package dev.tenure.worker.status;

import org.jspecify.annotations.NullMarked;
