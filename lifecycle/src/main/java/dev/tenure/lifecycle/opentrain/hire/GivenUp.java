package dev.tenure.lifecycle.opentrain.hire;

/** That the hire was cancelled before its contract: it closes so, unless one comes of it. */
public record GivenUp(long tick) {}
