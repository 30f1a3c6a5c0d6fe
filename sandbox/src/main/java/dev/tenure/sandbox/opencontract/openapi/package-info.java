/** The description of OpenContract's API, generated from the controllers and records. */
@NullMarked
package dev.tenure.sandbox.opencontract.openapi;

import org.jspecify.annotations.NullMarked;
