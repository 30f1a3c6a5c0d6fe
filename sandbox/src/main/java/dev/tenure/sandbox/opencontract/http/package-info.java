/** HTTP as OpenContract speaks it: paths, errors, payments in headers. */
@NullMarked
package dev.tenure.sandbox.opencontract.http;

import org.jspecify.annotations.NullMarked;
