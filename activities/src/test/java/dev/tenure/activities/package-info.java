@NullMarked
package dev.tenure.activities;

import org.jspecify.annotations.NullMarked;
