using Trellis.Testing;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>What a test's server starts with. Without limits unless the test is about them.</summary>
internal sealed record ServerSetup
{
    public ManualTimeProvider? Clock { get; init; }

    public string? DataDirectory { get; init; }

    public string? Store { get; init; }

    public Dictionary<string, string?> Configuration { get; init; } = new()
    {
        ["ascend:rateLimits:key"] = "0",
        ["ascend:rateLimits:submit"] = "0",
        ["ascend:rateLimits:register"] = "0",
        ["ascend:rateLimits:scan"] = "0",
    };
}
