@NullMarked
package dev.tenure.cli.print;

import org.jspecify.annotations.NullMarked;
