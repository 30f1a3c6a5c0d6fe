@NullMarked
package dev.tenure.cli.terminal;

import org.jspecify.annotations.NullMarked;
