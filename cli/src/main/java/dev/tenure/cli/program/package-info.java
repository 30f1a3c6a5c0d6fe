/** Other programs: looked for on the PATH, and run to their end. It may know terminal. */
@NullMarked
package dev.tenure.cli.program;

import org.jspecify.annotations.NullMarked;
