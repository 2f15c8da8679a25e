using Microsoft.Extensions.Logging;
using Trellis.Testing;

namespace Trellis.Server.Aerostack.Tests.Support;

/// <summary>What a test's server starts with.</summary>
internal sealed record ServerSetup
{
    public ManualTimeProvider? Clock { get; init; }

    public string? DataDirectory { get; init; }

    public string? Store { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    public Dictionary<string, string?> Configuration { get; init; } = [];
}
