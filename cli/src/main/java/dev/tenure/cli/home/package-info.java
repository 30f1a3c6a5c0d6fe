/**
 * The folder of one stack: records of its processes, its locks and its logs. It may know
 * environment and network.
 */
@NullMarked
package dev.tenure.cli.home;

import org.jspecify.annotations.NullMarked;
