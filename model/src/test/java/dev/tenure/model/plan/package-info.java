@NullMarked
package dev.tenure.model.plan;

import org.jspecify.annotations.NullMarked;
