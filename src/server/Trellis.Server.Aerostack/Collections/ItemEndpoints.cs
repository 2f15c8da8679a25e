using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Realtime;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Collections;

/// <summary>
/// Lists of items (contract, section 2.3.4). Whoever is subscribed to the collection's topic is told of each change, once it is durable.
/// </summary>
internal sealed class ItemEndpoints(IStore store, RealtimeHub hub)
{
    /// <summary>The path's segment with the collection's name.</summary>
    public const string NameSegment = "collection";

    /// <summary>The path's segment with the item's id.</summary>
    public const string IdSegment = "item";

    private const int LongestName = 100;
    private const int MostItems = 10_000;

    private static AerostackError NoItem => AerostackErrors.NotFound("The item");

    private static AerostackError Full => AerostackErrors.Conflict($"A collection has at most {MostItems} items.", "collection_full");

    /// <summary>Items, oldest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        if (ReadName(call) is not { } name)
            return WrongName();

        var query = new ItemQuery(call.Http.Request);
        if (!query.Errors.IsEmpty)
            return AerostackErrors.Invalid(query.Errors);

        var items = await store.ReadAsync(session => ItemTable.ListAsync(session, call.ProjectId, name), call.Aborted);
        return new ArrayAnswer(json =>
        {
            foreach (var item in query.Choose(items))
                json.WriteItem(item);
        });
    }

    /// <summary>Adds an item.</summary>
    public async ValueTask<JsonAnswer> AddAsync(AerostackCall call)
    {
        if (ReadName(call) is not { } name)
            return WrongName();
        if (!TryRead(call.Body, out var data))
            return NoText();

        var item = new Item($"item_{Guid.CreateVersion7(call.At):N}", name, data, call.At, call.At);
        if (!await store.WriteAsync(session => TryAddAsync(session, call.ProjectId, item), call.Aborted))
            return Full;

        Tell(call, item, "INSERT", null);
        return Answer.Created(json => json.WriteItemMembers(item));
    }

    /// <summary>One item.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AerostackCall call)
    {
        if (ReadId(call) is not { } id || await store.ReadAsync(session => ItemTable.FindAsync(session, call.ProjectId, id), call.Aborted) is not { } item)
            return NoItem;

        return Answer.Ok(json => json.WriteItemMembers(item));
    }

    /// <summary>Changes the members that are given.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AerostackCall call)
    {
        if (!TryRead(call.Body, out _))
            return NoText();
        if (ReadId(call) is not { } id)
            return NoItem;

        var (before, after) = await store.WriteAsync(session => ChangeAsync(session, call, id), call.Aborted);
        if (before is null)
            return NoItem;

        Tell(call, after!, "UPDATE", before);
        return Answer.Success();
    }

    /// <summary>Removes an item.</summary>
    public async ValueTask<JsonAnswer> RemoveAsync(AerostackCall call)
    {
        if (ReadId(call) is not { } id)
            return NoItem;

        var removed = await store.WriteAsync(
            async session =>
            {
                var item = await ItemTable.LockAsync(session, call.ProjectId, id);
                await ItemTable.RemoveAsync(session, call.ProjectId, id);
                return item;
            },
            call.Aborted);
        if (removed is null)
            return NoItem;

        Tell(call, removed, "DELETE", removed);
        return Answer.Success();
    }

    private static async ValueTask<bool> TryAddAsync(ISqlSession session, string projectId, Item item)
    {
        if (await ItemTable.CountAsync(session, projectId, item.Collection) >= MostItems)
            return false;

        await ItemTable.AddAsync(session, projectId, item);
        return true;
    }

    private static async ValueTask<(Item? Before, Item? After)> ChangeAsync(ISqlSession session, AerostackCall call, string id)
    {
        if (await ItemTable.LockAsync(session, call.ProjectId, id) is not { } before)
            return (null, null);

        var after = before with { Data = ItemJson.Merge(before.Data, call.Body), UpdatedAt = call.At };
        await ItemTable.UpdateAsync(session, call.ProjectId, after);
        return (before, after);
    }

    private static string? ReadName(AerostackCall call) =>
        call.Route(NameSegment) is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl) && !name.Contains('/', StringComparison.Ordinal)
        && StorableText.IsValid(name)
            ? name
            : null;

    private static string? ReadId(AerostackCall call) => call.Route(IdSegment) is var id && StorableText.IsValid(id) ? id : null;

    private static AerostackError WrongName() =>
        AerostackErrors.Invalid("collection", $"must have at most {LongestName} characters, no slash and no control characters");

    private static AerostackError NoText() => AerostackErrors.BadRequest("The item has a text that is not Unicode.");

    // An escape such as \ud800 without its other half is JSON, but no text.
    private static bool TryRead(JsonElement sent, out string data)
    {
        try
        {
            data = ItemJson.Merge(null, sent);
            return true;
        }
        catch (InvalidOperationException)
        {
            data = "";
            return false;
        }
    }

    private void Tell(AerostackCall call, Item item, string operation, Item? before) => hub.Of(call.ProjectId).Send(
        $"table/{item.Collection}",
        TopicEvents.Changed(operation, ItemJson.Element(item), before is null ? default : ItemJson.Element(before), call.At.ToUnixTimeMilliseconds()));
}
