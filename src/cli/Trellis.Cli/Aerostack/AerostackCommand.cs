using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack;

/// <summary>A command that asks the Aerostack platform something: the connection and the output format are its options.</summary>
internal abstract class AerostackCommand : PlatformCommand
{
    private readonly AerostackConnectionSettings _connection = new();
    private readonly Setting<OutputFormat> _output;
    private readonly OutputFormat _defaultOutput;

    /// <param name="host">The world outside.</param>
    /// <param name="name">The command's own name.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="defaultOutput">How it prints its answer when nobody says.</param>
    protected AerostackCommand(CliHost host, string name, string description, OutputFormat defaultOutput = OutputFormat.Table)
        : base(host, name, description, AerostackFailures.Classify)
    {
        _defaultOutput = defaultOutput;
        _output = OutputSetting.Create(defaultOutput);
        _connection.AddTo(this);
        Add(_output);
    }

    protected sealed override async Task<int> RunAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var format = _output.Read(input, _defaultOutput);
        var client = _connection.Open(input);
        await using var _ = client.ConfigureAwait(false);
        return await RunAsync(client, input, format, cancellationToken).ConfigureAwait(false);
    }

    protected abstract Task<int> RunAsync(AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken);
}
