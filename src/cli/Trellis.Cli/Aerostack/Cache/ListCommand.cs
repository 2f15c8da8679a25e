using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache list</c>.</summary>
internal sealed class ListCommand : AerostackCommand
{
    private const int LargestPage = 1000;

    private readonly OptionalTextArgument _prefix = new("prefix", "What the keys begin with (default: all)");
    private readonly Setting<int> _limit = ListingSettings.Limit();

    public ListCommand(CliHost host)
        : base(host, "list", "List the keys, in their order")
    {
        Add(_prefix);
        Add(_limit);
        Examples = ["", "session: --output json | jq -r '.keys[].key'"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var limit = _limit.Read(input, ListingSettings.UsuallyListed);
        var all = client.Cache.ListAllAsync(_prefix.Read(input), ListingSettings.PageSize(limit, LargestPage), cancellationToken: cancellationToken);
        var listing = await Listing<CacheKeyInfo>.ReadAsync(all, limit, cancellationToken).ConfigureAwait(false);
        var printed = new PrintedKeys([.. listing.Items.Select(PrintedKey.Of)], listing.HasMore);
        AnswerOutput.Write(input.Host, format, printed, AerostackJsonContext.Default.PrintedKeys, ToTable);
        ListingSettings.TellOfMore(input.Host, listing.HasMore);
        return ExitCodes.Success;
    }

    private static Table ToTable(PrintedKeys list)
    {
        var table = new Table("Keys", new("Key"), new("Expires"));
        foreach (var key in list.Keys) table.Add(key.Key, Timestamp.ForTable(key.Expires));
        return table;
    }
}
