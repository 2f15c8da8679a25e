using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Search;

/// <summary>Reads what requests to the index have in common.</summary>
internal static class DocumentFields
{
    /// <summary>The member <c>id</c>.</summary>
    public static string Id(Fields fields) => fields.Text("id", SearchLimits.LongestId);

    /// <summary>The member <c>metadata</c> as JSON; null when it is missing.</summary>
    public static string? Metadata(Fields fields)
    {
        var metadata = Object(fields, "metadata");
        if (metadata.ValueKind is not JsonValueKind.Object)
            return null;

        var text = metadata.GetRawText();
        if (Encoding.UTF8.GetByteCount(text) > SearchLimits.LongestMetadata)
            fields.Errors.Add("metadata", $"must have at most {SearchLimits.LongestMetadata} bytes");
        return text;
    }

    /// <summary>An object whose texts can be compared; undefined when it is missing.</summary>
    public static JsonElement Object(Fields fields, string name)
    {
        var value = fields.Object(name);
        if (value.ValueKind is not JsonValueKind.Object)
            return value;

        // An escape such as \ud800 without its other half is JSON, but no text.
        try
        {
            using var json = new Utf8JsonWriter(Stream.Null);
            value.WriteTo(json);
            return value;
        }
        catch (InvalidOperationException)
        {
            fields.Errors.Add(name, "must be Unicode");
            return default;
        }
    }
}
