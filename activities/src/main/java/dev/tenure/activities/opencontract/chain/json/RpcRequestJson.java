package dev.tenure.activities.opencontract.chain.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;

/** A call of a node. */
@Serdeable
public record RpcRequestJson(String jsonrpc, int id, String method, JsonNode params) {}
