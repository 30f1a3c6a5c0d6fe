@NullMarked
package dev.tenure.cli.supervision;

import org.jspecify.annotations.NullMarked;
