@NullMarked
package dev.tenure.cli.verify;

import org.jspecify.annotations.NullMarked;
