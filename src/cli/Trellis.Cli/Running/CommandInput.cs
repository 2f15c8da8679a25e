using System.CommandLine;

namespace Trellis.Cli;

/// <summary>What a command was told: the parsed arguments, and the host for what stands in the environment.</summary>
internal sealed record CommandInput(ParseResult Parsed, CliHost Host);
