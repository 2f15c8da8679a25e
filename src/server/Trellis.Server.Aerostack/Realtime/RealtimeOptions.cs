using System.Globalization;
using Microsoft.Extensions.Configuration;
using Trellis.Server.Kernel.RateLimits;

namespace Trellis.Server.Aerostack.Realtime;

/// <summary>The section <c>aerostack.realtime</c> of <c>trellis.json</c>.</summary>
internal sealed class RealtimeOptions
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public RealtimeOptions(IConfiguration section)
    {
        MostConnections = Read(section, "maxConnections", 1000);
        MostTopics = Read(section, "maxTopics", 100);
        MostFrameBytes = Read(section, "maxFrameBytes", 64 << 10);
        MostWaitingBytes = Read(section, "maxWaitingBytes", 1 << 20);
        if (MostWaitingBytes / 2 < MostFrameBytes)
            throw new ArgumentException("'aerostack:realtime:maxWaitingBytes' must be at least twice 'maxFrameBytes', so that one frame cuts nobody.");

        FrameLimit = RateLimit.PerMinute(Read(section, "framesPerMinute", 6000, least: 0));
        PingInterval = TimeSpan.FromSeconds(Read(section, "pingSeconds", 30));
        MostMessages = Read(section, "historyMessages", 1000);
        MessageLifetime = TimeSpan.FromDays(Read(section, "historyDays", 30, most: 36_500));
    }

    /// <summary>How many sockets a project may have on this server (<c>maxConnections</c>).</summary>
    /// <value>Default 1000.</value>
    public int MostConnections { get; }

    /// <summary>To how many topics one socket may be subscribed, and in how many it may be present (<c>maxTopics</c>).</summary>
    /// <value>Default 100.</value>
    public int MostTopics { get; }

    /// <summary>The longest frame of a client in bytes (<c>maxFrameBytes</c>); a longer one ends its connection.</summary>
    /// <value>Default 64 KiB.</value>
    public int MostFrameBytes { get; }

    /// <summary>How many bytes may wait for one reader (<c>maxWaitingBytes</c>); a reader that is further behind is cut.</summary>
    /// <value>Default 1 MiB.</value>
    public int MostWaitingBytes { get; }

    /// <summary>How many frames one socket may send a minute (<c>framesPerMinute</c>); 0 for no limit.</summary>
    /// <value>Default 6000.</value>
    public RateLimit FrameLimit { get; }

    /// <summary>How often the server looks, with a ping of the protocol, whether a reader is still there (<c>pingSeconds</c>); in the system's time.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan PingInterval { get; }

    /// <summary>How many messages of a topic are kept (<c>historyMessages</c>).</summary>
    /// <value>Default 1000.</value>
    public int MostMessages { get; }

    /// <summary>How long messages are kept (<c>historyDays</c>).</summary>
    /// <value>Default 30 days.</value>
    public TimeSpan MessageLifetime { get; }

    private static int Read(IConfiguration section, string key, int @default, int least = 1, int most = int.MaxValue) => section[key] switch
    {
        null => @default,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        _ => throw new ArgumentException($"'aerostack:realtime:{key}' must be a whole number from {least} to {most}."),
    };
}
