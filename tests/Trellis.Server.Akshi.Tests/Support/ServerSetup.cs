using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>What a test's server starts with.</summary>
internal sealed record ServerSetup
{
    public ManualTimeProvider? Clock { get; init; }

    public string? DataDirectory { get; init; }

    public string? Store { get; init; }

    /// <summary>The agents of the runtime, in place of those of a configuration; null to leave the directory as it is.</summary>
    public FakeAgents? Agents { get; init; }

    public Dictionary<string, string?> Configuration { get; init; } = [];
}
