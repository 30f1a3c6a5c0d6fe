@NullMarked
package dev.tenure.cli.inbox;

import org.jspecify.annotations.NullMarked;
