using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Collections;

/// <summary>
/// Which items a list shows. Clients put every parameter into the query as text (contract, section 2.3.4): <c>limit</c> and <c>offset</c> page, and
/// any other is what a member must be.
/// </summary>
internal sealed class ItemQuery
{
    private const int DefaultPage = 100;
    private const int LongestPage = 1000;
    private const string LimitName = "limit";
    private const string OffsetName = "offset";

    private readonly int _limit;
    private readonly int _offset;
    private readonly List<(string Name, string Text)> _members;

    /// <summary>Reads the query of a request.</summary>
    public ItemQuery(HttpRequest request)
    {
        var fields = new QueryFields(request);
        _limit = (int)fields.Integer(LimitName, DefaultPage, 1, LongestPage);
        _offset = (int)fields.Integer(OffsetName, 0, 0, int.MaxValue);
        _members = [.. request.Query.Where(static pair => pair.Key is not (LimitName or OffsetName)).Select(static pair => (pair.Key, pair.Value.ToString()))];
        Errors = fields.Errors;
    }

    /// <summary>What was wrong.</summary>
    public FieldErrors Errors { get; }

    /// <summary>Those of some items that the list shows.</summary>
    public IEnumerable<Item> Choose(IEnumerable<Item> items) => items.Where(Matches).Skip(_offset).Take(_limit);

    private bool Matches(Item item)
    {
        if (_members.Count == 0)
            return true;

        var element = ItemJson.Element(item);
        return _members.TrueForAll(member => element.TryGetProperty(member.Name, out var value) && TextOf(value) == member.Text);
    }

    private static string TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
