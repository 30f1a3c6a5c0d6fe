@NullMarked
package dev.tenure.cli.front;

import org.jspecify.annotations.NullMarked;
