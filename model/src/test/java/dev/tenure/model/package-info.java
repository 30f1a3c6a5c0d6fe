@NullMarked
package dev.tenure.model;

import org.jspecify.annotations.NullMarked;
