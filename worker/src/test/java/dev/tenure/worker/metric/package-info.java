@NullMarked
package dev.tenure.worker.metric;

import org.jspecify.annotations.NullMarked;
