@NullMarked
package dev.tenure.database;

import org.jspecify.annotations.NullMarked;
