@NullMarked
package dev.tenure.cli.option;

import org.jspecify.annotations.NullMarked;
