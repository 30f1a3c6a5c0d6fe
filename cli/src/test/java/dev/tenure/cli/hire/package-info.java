@NullMarked
package dev.tenure.cli.hire;

import org.jspecify.annotations.NullMarked;
