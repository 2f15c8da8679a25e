using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>
/// Something that happened under a topic, on its way to those who are subscribed. It is encoded once for each name that the topic goes by,
/// however many subscribers there are. Used by one thread at a time.
/// </summary>
/// <param name="type">The frame's type.</param>
/// <param name="data">What the filters look at; undefined for what no filter keeps back.</param>
/// <param name="write">Writes the members behind <c>type</c> and <c>topic</c>.</param>
internal sealed class TopicEvent(string type, JsonElement data, Action<Utf8JsonWriter> write)
{
    private readonly List<(string Wire, byte[] Frame)> _frames = new(1);

    /// <summary>Whether only servers and users get it: rows are not for whoever has a public key.</summary>
    public bool IsOfRows { get; init; }

    /// <summary>Whether a subscriber with this filter gets it.</summary>
    public bool IsFor(EventFilter? filter) => filter is null || data.ValueKind is JsonValueKind.Undefined || filter.Matches(data);

    /// <summary>The frame for subscribers who know the topic by this name.</summary>
    public byte[] Frame(string wire)
    {
        foreach (var known in _frames)
        {
            if (known.Wire == wire)
                return known.Frame;
        }

        var frame = JsonBytes.Of((type, wire, write), static (json, event_) =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, event_.type);
            json.WriteString("topic"u8, event_.wire);
            event_.write(json);
            json.WriteEndObject();
        });
        _frames.Add((wire, frame));
        return frame;
    }
}
