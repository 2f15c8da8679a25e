namespace Trellis.Cli;

/// <summary>The command line is not valid in a way that shows only once the environment is known too.</summary>
internal sealed class UsageException(string message) : Exception(message);
