package dev.tenure.workflows.opencontract;
