using Trellis.Server.Kernel.Events;

namespace Trellis.Server.Akshi.Events;

/// <summary>The event streams of the runtime (contract, section 3), each with numbers of its own.</summary>
internal sealed class AkshiStreams(TimeProvider time)
{
    /// <summary>AG-UI's events; the topic is the agent.</summary>
    public EventStream Agui { get; } = new(time);

    /// <summary>The unified stream; the topic is the agent.</summary>
    public EventStream Unified { get; } = new(time);

    /// <summary>What happens to tasks; the topic is the agent that they are for.</summary>
    public EventStream Tasks { get; } = new(time);
}
