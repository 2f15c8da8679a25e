using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache delete</c>.</summary>
internal sealed class DeleteCommand : AerostackCommand
{
    private readonly TextsArgument _keys = new("key", "The keys, up to 500");

    public DeleteCommand(CliHost host)
        : base(host, "delete", "Remove values. Always prints JSON", OutputFormat.Json)
    {
        Add(_keys);
        Examples = ["greeting", "session:42 session:43"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var answer = await client.Cache.DeleteManyAsync(_keys.Read(input), cancellationToken: cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, answer, AerostackJsonContext.Default.CacheDeleteManyResult);
        return ExitCodes.Success;
    }
}
