using Microsoft.Extensions.Logging;

namespace Trellis.Testing;

/// <summary>What a <see cref="TrellisServer"/> is started with. Read once, when it starts.</summary>
public sealed class TestServerOptions
{
    /// <summary>What the server's clock shows first.</summary>
    /// <value>Default null: the time it is now, in whole seconds.</value>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Whether the server's time passes by itself, instead of standing still until <see cref="TrellisServer.Clock"/> is moved.</summary>
    /// <value>Default false.</value>
    public bool TimePasses { get; init; }

    /// <summary>The agent that <see cref="TrellisServer.Ascend"/> speaks for.</summary>
    /// <value>Default <c>test-agent</c>.</value>
    public string AgentId { get; init => field = value is { Length: > 0 } ? value : throw new ArgumentException("An agent needs an id.", nameof(value)); } =
        "test-agent";

    /// <summary>The settings of <c>trellis.json</c>, with <c>:</c> between the levels, for example <c>ascend:rateLimits:submit</c>.</summary>
    /// <value>Default none.</value>
    public IReadOnlyDictionary<string, string?> Settings { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        new Dictionary<string, string?>();

    /// <summary>The connection string of a PostgreSQL database, or the path of a SQLite file, that outlives the server.</summary>
    /// <value>Default null: a store of its own that ends with the server.</value>
    public string? Store { get; init; }

    /// <summary>A data directory that outlives the server, to test what a restart finds.</summary>
    /// <value>Default null: a directory of its own that ends with the server.</value>
    public string? DataDirectory { get; init; }

    /// <summary>Where the server logs.</summary>
    /// <value>Default null: nowhere.</value>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>How many bytes of the body of each request are kept in <see cref="TrellisServer.Requests"/>.</summary>
    /// <value>Default 64 KiB.</value>
    public int MaxRecordedBodyBytes { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 64 * 1024;
}
