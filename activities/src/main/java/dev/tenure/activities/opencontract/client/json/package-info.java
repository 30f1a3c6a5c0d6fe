/** OpenContract's JSON, field by field as its documents name it. */
@NullMarked
package dev.tenure.activities.opencontract.client.json;

import org.jspecify.annotations.NullMarked;
