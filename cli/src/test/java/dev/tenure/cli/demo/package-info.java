@NullMarked
package dev.tenure.cli.demo;

import org.jspecify.annotations.NullMarked;
