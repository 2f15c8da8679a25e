using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Hosting;
using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>What a test's server starts with.</summary>
internal sealed record ServerSetup
{
    public ManualTimeProvider? Clock { get; init; }

    public string? DataDirectory { get; init; }

    public string? Store { get; init; }

    /// <summary>Stands behind the platforms, so that its services take the place of theirs.</summary>
    public IServerModule? Fakes { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    public Dictionary<string, string?> Configuration { get; init; } = [];
}
