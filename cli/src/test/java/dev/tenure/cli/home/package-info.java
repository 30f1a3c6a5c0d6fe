@NullMarked
package dev.tenure.cli.home;

import org.jspecify.annotations.NullMarked;
