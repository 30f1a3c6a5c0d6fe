package dev.tenure.cli.access;

import picocli.CommandLine.Command;

/** The API keys of the front, by their three commands. */
@Command(
    name = "keys",
    description = "Makes, lists and revokes API keys. Needs a key with the scope admin.",
    mixinStandardHelpOptions = true,
    subcommands = {KeyCreateCommand.class, KeyListCommand.class, KeyRevokeCommand.class})
public final class KeysCommand {}
