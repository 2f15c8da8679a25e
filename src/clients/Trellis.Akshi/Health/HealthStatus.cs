using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>How the runtime is. Contract section 2.1.</summary>
public sealed record HealthStatus : AkshiAnswer
{
    /// <summary>Whether it is well. Some runtimes send <see cref="Status"/> instead.</summary>
    public bool? Ok { get; init; }

    /// <summary>The same as a word: <c>ok</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The runtime's version.</summary>
    public string? Version { get; init; }

    /// <summary>How long it has run, in milliseconds.</summary>
    public long? UptimeMs { get; init; }

    /// <summary>Whether it is well, in whichever way it says so.</summary>
    [JsonIgnore]
    public bool IsHealthy => Ok ?? Status == "ok";
}
