using Trellis.Akshi;

namespace Trellis.Cli.Akshi;

/// <summary>A command that asks an Akshi runtime something: the connection and the output format are its options.</summary>
internal abstract class AkshiCommand : PlatformCommand
{
    private readonly AkshiConnectionSettings _connection = new();
    private readonly Setting<OutputFormat> _output = OutputSetting.Create(OutputFormat.Table);

    /// <param name="host">The world outside.</param>
    /// <param name="name">The command's own name.</param>
    /// <param name="description">What it does, in one sentence.</param>
    protected AkshiCommand(CliHost host, string name, string description)
        : base(host, name, description, AkshiFailures.Classify)
    {
        _connection.AddTo(this);
        Add(_output);
    }

    protected sealed override async Task<int> RunAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var format = _output.Read(input, OutputFormat.Table);
        using var client = _connection.Open(input);
        return await RunAsync(client, input, format, cancellationToken).ConfigureAwait(false);
    }

    protected abstract Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken);
}
