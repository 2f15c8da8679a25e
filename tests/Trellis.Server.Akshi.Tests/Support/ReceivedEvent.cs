using System.Globalization;
using System.Text.Json.Nodes;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>A frame of an event stream: an event, or a comment.</summary>
internal sealed record ReceivedEvent(string? Id, string? Name, string? Data, string? Comment, string? Retry)
{
    public JsonObject Json => JsonNode.Parse(Data!)!.AsObject();

    public override string ToString() => $"{Name} {Data}{Comment}{Retry}";

    public long Number => long.Parse(Id!, CultureInfo.InvariantCulture);
}
