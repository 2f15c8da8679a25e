using Trellis.Askii;

namespace Trellis.Cli.Askii;

/// <summary>A command that asks the Askii platform something: the connection and the output format are its options.</summary>
internal abstract class AskiiCommand : PlatformCommand
{
    private readonly AskiiConnectionSettings _connection = new();
    private readonly Setting<OutputFormat> _output;
    private readonly OutputFormat _defaultOutput;

    /// <param name="host">The world outside.</param>
    /// <param name="name">The command's own name.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="defaultOutput">How it prints its answer when nobody says.</param>
    protected AskiiCommand(CliHost host, string name, string description, OutputFormat defaultOutput)
        : base(host, name, description, AskiiFailures.Classify)
    {
        _defaultOutput = defaultOutput;
        _output = OutputSetting.Create(defaultOutput);
        _connection.AddTo(this);
        Add(_output);
    }

    protected sealed override async Task<int> RunAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var format = _output.Read(input, _defaultOutput);
        using var client = _connection.Open(input);
        await RunAsync(client, input, format, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    protected abstract Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken);
}
