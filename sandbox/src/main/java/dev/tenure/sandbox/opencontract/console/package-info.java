/** OpenContract's page of the console. It reads the world and changes nothing. */
@NullMarked
package dev.tenure.sandbox.opencontract.console;

import org.jspecify.annotations.NullMarked;
