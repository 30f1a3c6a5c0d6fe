@NullMarked
package dev.tenure.cli.stack;

import org.jspecify.annotations.NullMarked;
