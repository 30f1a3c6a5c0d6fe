@NullMarked
package dev.tenure.cli.temporal;

import org.jspecify.annotations.NullMarked;
