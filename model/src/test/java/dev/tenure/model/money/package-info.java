@NullMarked
package dev.tenure.model.money;

import org.jspecify.annotations.NullMarked;
