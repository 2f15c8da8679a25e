using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache exists</c>.</summary>
internal sealed class ExistsCommand : AerostackCommand
{
    private readonly TextArgument _key = CacheSettings.Key();

    public ExistsCommand(CliHost host)
        : base(host, "exists", "Tell whether there is a value. Exit code 6 when there is none")
    {
        Add(_key);
        Examples = ["greeting", "lock:nightly > /dev/null || ./nightly.sh"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var key = _key.Read(input);
        var cached = await client.Cache.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        return new PrintedExistence(key, cached.IsHit).Write(input.Host, format);
    }
}
