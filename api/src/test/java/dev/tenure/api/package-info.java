@NullMarked
package dev.tenure.api;

import org.jspecify.annotations.NullMarked;
