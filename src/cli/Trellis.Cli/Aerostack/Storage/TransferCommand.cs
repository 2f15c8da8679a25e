using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary>A command that gives a file another key, or one more.</summary>
internal abstract class TransferCommand : AerostackCommand
{
    private readonly TextArgument _from = new("from", "The key of the file");
    private readonly TextArgument _to = new("to", "Its other key; a file that is there is replaced");

    protected TransferCommand(CliHost host, string name, string description)
        : base(host, name, $"{description}. Always prints JSON", OutputFormat.Json)
    {
        Add(_from);
        Add(_to);
        Examples = ["reports/july.pdf archive/2026/july.pdf"];
    }

    protected sealed override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var answer = await TransferAsync(client.Storage, _from.Read(input), _to.Read(input), cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, answer, AerostackJsonContext.Default.StorageTransfer);
        return ExitCodes.Success;
    }

    protected abstract Task<StorageTransfer> TransferAsync(AerostackStorage storage, string from, string to, CancellationToken cancellationToken);
}
