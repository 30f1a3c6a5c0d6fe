/** The calls of OpenContract's API. They know everything below, and nothing knows them. */
@NullMarked
package dev.tenure.sandbox.opencontract.api;

import org.jspecify.annotations.NullMarked;
