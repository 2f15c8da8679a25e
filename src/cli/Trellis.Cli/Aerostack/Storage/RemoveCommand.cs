using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage rm</c>.</summary>
internal sealed class RemoveCommand : AerostackCommand
{
    private readonly TextsArgument _keys = new("key", "The keys of the files");

    public RemoveCommand(CliHost host)
        : base(host, "rm", "Delete files, one after the other until one cannot be. Always prints JSON", OutputFormat.Json)
    {
        Add(_keys);
        Examples = ["reports/july.pdf", "reports/july.pdf reports/june.pdf"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var deleted = new List<string>();
        foreach (var key in _keys.Read(input))
        {
            await client.Storage.DeleteAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
            deleted.Add(key);
        }

        JsonOutput.Write(input.Host.Output, new PrintedDeletion(deleted), AerostackJsonContext.Default.PrintedDeletion);
        return ExitCodes.Success;
    }
}
