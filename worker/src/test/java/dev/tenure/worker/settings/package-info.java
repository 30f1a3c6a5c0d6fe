@NullMarked
package dev.tenure.worker.settings;

import org.jspecify.annotations.NullMarked;
