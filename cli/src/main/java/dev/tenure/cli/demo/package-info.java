/**
 * One whole hire against the sandbox, told as it happens, with both sides of the money. It may know
 * front, http, network and stack.
 */
@NullMarked
package dev.tenure.cli.demo;

import org.jspecify.annotations.NullMarked;
