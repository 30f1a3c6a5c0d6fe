@NullMarked
package dev.tenure.database.host;

import org.jspecify.annotations.NullMarked;
