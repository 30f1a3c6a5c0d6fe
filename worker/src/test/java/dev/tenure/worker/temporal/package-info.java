@NullMarked
package dev.tenure.worker.temporal;

import org.jspecify.annotations.NullMarked;
