package dev.tenure.lifecycle.hire;

import dev.tenure.model.HireStatus;

/**
 * That the hire was given up before its contract.
 *
 * @param closesAs how it closes, unless a contract comes of it after all
 */
public record GivenUp(HireStatus closesAs, long tick) {}
