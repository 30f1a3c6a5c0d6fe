/** The sandbox's own controls of OpenContract; no part of the marketplace. */
@NullMarked
package dev.tenure.sandbox.opencontract.controls;

import org.jspecify.annotations.NullMarked;
