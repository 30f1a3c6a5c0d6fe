@NullMarked
package dev.tenure.api.connection;

import org.jspecify.annotations.NullMarked;
