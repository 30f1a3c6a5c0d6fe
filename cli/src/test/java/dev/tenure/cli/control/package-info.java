@NullMarked
package dev.tenure.cli.control;

import org.jspecify.annotations.NullMarked;
