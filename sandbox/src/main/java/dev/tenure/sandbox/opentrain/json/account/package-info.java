/** The account itself, its tokens and its team, as the API writes them. */
@NullMarked
package dev.tenure.sandbox.opentrain.json.account;

import org.jspecify.annotations.NullMarked;
