using System.Globalization;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Events;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Events;

/// <summary>The event streams (contract, section 3).</summary>
internal sealed class EventsEndpoints(
    AkshiStreams streams,
    RuntimeStateReader state,
    Lazy<IAgentDirectory> agents,
    Dashboard dashboard,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    // Where a callback sees the data alone it must not be woken for nothing; on the other streams the keep-alive is an event of its own.
    private static readonly byte[] Comment = EventText.Comment("keepalive");
    private static readonly byte[] KeepAlive = EventText.Event(null, UnifiedEvents.KeepAlive, "{}"u8);

    /// <summary>AG-UI's stream: how all is, then what changes.</summary>
    public async ValueTask<JsonAnswer> AguiAsync(AkshiCall call)
    {
        // Listening begins before the state is read, so that no change falls between.
        using var subscription = streams.Agui.Subscribe(LastEventId(call));
        var now = await state.ReadAsync(call.Aborted);
        return await SendAsync(call, subscription, Comment, Snapshot(subscription.Position, now));
    }

    /// <summary>The unified stream of all agents.</summary>
    public async ValueTask<JsonAnswer> UnifiedAsync(AkshiCall call)
    {
        using var subscription = streams.Unified.Subscribe(LastEventId(call));
        return await SendAsync(call, subscription, KeepAlive, []);
    }

    /// <summary>The unified stream of one agent.</summary>
    public async ValueTask<JsonAnswer> AgentAsync(AkshiCall call)
    {
        if (call.Query("agent") is not { } name)
            return AkshiErrors.Invalid("agent", "is required");
        if (agents.Value.Find(name) is null)
            return AkshiErrors.NotFound("There is no agent of this name.", ErrorCodes.AgentNotFound);

        using var subscription = streams.Unified.Subscribe(LastEventId(call), name);
        return await SendAsync(call, subscription, KeepAlive, []);
    }

    /// <summary>What happens to tasks.</summary>
    public async ValueTask<JsonAnswer> TasksAsync(AkshiCall call)
    {
        using var subscription = streams.Tasks.Subscribe(LastEventId(call));
        return await SendAsync(call, subscription, Comment, []);
    }

    private static byte[] Snapshot(long position, RuntimeState now)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        now.WriteSnapshot(buffer.Json);
        return EventText.Event(position, AguiEvents.Snapshot, buffer.WrittenSpan);
    }

    private static long? LastEventId(AkshiCall call) =>
        long.TryParse(call.Http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private async ValueTask<JsonAnswer> SendAsync(AkshiCall call, EventSubscription subscription, byte[] keepAlive, byte[] opening)
    {
        var options = new EventResponseOptions
        {
            Opening = opening,
            KeepAlive = keepAlive,
            KeepAliveInterval = dashboard.Settings.KeepAlive,
        };
        await EventResponse.SendAsync(call.Http, subscription, options, time, lifetime.ApplicationStopping);
        return Answer.Sent;
    }
}
