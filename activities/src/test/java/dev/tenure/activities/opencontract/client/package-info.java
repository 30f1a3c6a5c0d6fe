@NullMarked
package dev.tenure.activities.opencontract.client;

import org.jspecify.annotations.NullMarked;
