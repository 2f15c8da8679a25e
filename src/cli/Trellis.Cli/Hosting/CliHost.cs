namespace Trellis.Cli;

/// <summary>The world outside the commands: streams, environment and network. Tests put their own in place of each.</summary>
internal sealed class CliHost
{
    private const string DebugVariable = "TRELLIS_DEBUG";

    private readonly Func<string, string?> _readVariable;

    public CliHost(TextWriter output, TextWriter error, Func<string, string?> readVariable)
    {
        Output = output;
        Error = error;
        _readVariable = readVariable;
    }

    /// <summary>Where results go, and nothing else.</summary>
    public TextWriter Output { get; }

    /// <summary>Opens the stream below <see cref="Output"/>, for results that are not text of the program's own. It stays open.</summary>
    public Func<Stream> OpenOutput { get; init; } = static () => Stream.Null;

    /// <summary>Where people are spoken to.</summary>
    public TextWriter Error { get; }

    /// <summary>Opens what is piped into the program.</summary>
    public Func<TextReader> OpenInput { get; init; } = static () => TextReader.Null;

    /// <summary>Opens what is piped into the program as bytes, for what is not text.</summary>
    public Func<Stream> OpenInputStream { get; init; } = static () => Stream.Null;

    /// <summary>How results may be dressed up.</summary>
    public TextStyle OutputStyle { get; init; } = TextStyle.Plain;

    /// <summary>How messages may be dressed up.</summary>
    public TextStyle ErrorStyle { get; init; } = TextStyle.Plain;

    /// <summary>Tells how large the terminal is that results are shown on.</summary>
    public Func<TerminalSize> ReadTerminalSize { get; init; } = static () => TerminalSize.Usual;

    /// <summary>What the platforms' clients send with; <see langword="null"/>: each makes its own.</summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>What time it is, and what waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether failures are reported with their stack traces.</summary>
    public bool IsDebugging => Variable(DebugVariable) is "1";

    public static CliHost OfThisProcess()
    {
        var colorIsWanted = Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        return new CliHost(Console.Out, Console.Error, Environment.GetEnvironmentVariable)
        {
            OpenInput = static () => Console.In,
            OpenInputStream = Console.OpenStandardInput,
            OpenOutput = Console.OpenStandardOutput,
            ReadTerminalSize = TerminalSize.OfThisProcess,
            OutputStyle = colorIsWanted && !Console.IsOutputRedirected ? TextStyle.Ansi : TextStyle.Plain,
            ErrorStyle = colorIsWanted && !Console.IsErrorRedirected ? TextStyle.Ansi : TextStyle.Plain,
        };
    }

    /// <summary>The value of an environment variable; <see langword="null"/> when it is not set or empty.</summary>
    public string? Variable(string name) => _readVariable(name) is { Length: > 0 } value ? value : null;
}
