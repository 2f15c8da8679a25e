using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage ls</c>.</summary>
internal sealed class ListCommand : AerostackCommand
{
    private const int LargestPage = 1000;

    private readonly OptionalTextArgument _prefix = new("prefix", "What the keys begin with (default: all)");
    private readonly Setting<int> _limit = ListingSettings.Limit();

    public ListCommand(CliHost host)
        : base(host, "ls", "List the files, in the order of their keys")
    {
        Add(_prefix);
        Add(_limit);
        Examples = ["", "reports/ --output json | jq -r '.objects[].key'"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var limit = _limit.Read(input, ListingSettings.UsuallyListed);
        var all = client.Storage.ListAllAsync(_prefix.Read(input), ListingSettings.PageSize(limit, LargestPage), cancellationToken: cancellationToken);
        var listing = await Listing<StorageObject>.ReadAsync(all, limit, cancellationToken).ConfigureAwait(false);
        var printed = new PrintedFiles(listing.Items, listing.HasMore);
        AnswerOutput.Write(input.Host, format, printed, AerostackJsonContext.Default.PrintedFiles, ToTable);
        ListingSettings.TellOfMore(input.Host, listing.HasMore);
        return ExitCodes.Success;
    }

    private static Table ToTable(PrintedFiles list)
    {
        var table = new Table("Files", new("Key"), new("Size", IsNumber: true), new("Type"), new("Modified"));
        foreach (var file in list.Objects)
        {
            table.Add(
                file.Key,
                file.Size is { } size ? ByteSize.ForPeople(size) : null,
                file.ContentType,
                Timestamp.ForTable(file.LastModified));
        }

        return table;
    }
}
