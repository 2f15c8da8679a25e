using System.Text.Json;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Http;

/// <summary>A part of a list, as every list of the platform is answered.</summary>
internal static class PagedAnswer
{
    /// <summary>The items under a name, beside <c>total</c>, <c>limit</c> and <c>offset</c>.</summary>
    /// <param name="name">The name of the list.</param>
    /// <param name="items">The items of the page.</param>
    /// <param name="write">Writes the members of an item.</param>
    /// <param name="total">How many items there are on all pages.</param>
    /// <param name="page">Which page it is.</param>
    public static Answer Of<T>(string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, long total, Page page) => Answer.Ok(json =>
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("total"u8, total);
        json.WriteNumber("limit"u8, page.Limit);
        json.WriteNumber("offset"u8, page.Offset);
    });
}
