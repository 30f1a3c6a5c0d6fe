package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Somebody who voted, with the bond that it posted.
 *
 * @param slice what stands for each criterion, in units; the bond is as many slices as criteria
 */
@Serdeable
public record BackupAgent(String address, long slice) {}
