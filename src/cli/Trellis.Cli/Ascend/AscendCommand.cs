using Trellis.Ascend;

namespace Trellis.Cli.Ascend;

/// <summary>A command that asks the ASCEND platform something: the connection and the output format are its options.</summary>
internal abstract class AscendCommand : PlatformCommand
{
    private readonly AscendConnectionSettings _connection;
    private readonly Setting<OutputFormat> _output = OutputSetting.Create(OutputFormat.Table);

    /// <param name="host">The world outside.</param>
    /// <param name="name">The command's own name.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="credential">With which credential it goes to the platform.</param>
    protected AscendCommand(CliHost host, string name, string description, AscendCredential credential)
        : base(host, name, description, AscendFailures.Classify)
    {
        _connection = new(credential);
        _connection.AddTo(this);
        Add(_output);
    }

    protected sealed override async Task<int> RunAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var format = _output.Read(input, OutputFormat.Table);
        using var client = _connection.Open(input);
        return await RunAsync(client, input, format, cancellationToken).ConfigureAwait(false);
    }

    protected abstract Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken);
}
