using System.Text.Json;
using Trellis.Server.Kernel.Events;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Events;

/// <summary>Tells what agents do on both streams that agents appear on.</summary>
internal sealed class ActivityEvents(AkshiStreams streams, StateChanges changes, TimeProvider time) : IActivitySink
{
    /// <inheritdoc/>
    public void Publish(AgentActivity activity)
    {
        if (activity is AgentActivity.StatusChanged)
        {
            changes.AgentChanged(activity.Agent);
            return;
        }

        if (activity is AgentActivity.Text { Delta.Length: 0 })
            return;

        Publish(streams.Agui, activity, AguiEvents.NameOf(activity), (json, subject) => AguiEvents.WriteMembers(json, subject, time.GetUtcNow()));
        if (UnifiedEvents.NameOf(activity) is { } name)
            Publish(streams.Unified, activity, name, UnifiedEvents.WriteMembers);
    }

    private static void Publish(EventStream stream, AgentActivity activity, string name, Action<Utf8JsonWriter, AgentActivity> writeMembers)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        buffer.Json.WriteStartObject();
        writeMembers(buffer.Json, activity);
        buffer.Json.WriteEndObject();
        stream.Publish(name, buffer.WrittenSpan, activity.Agent);
    }
}
