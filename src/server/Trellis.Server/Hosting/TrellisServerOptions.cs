using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server;

/// <summary>
/// What a server is started with. These values alone count: <see cref="TrellisServer.StartAsync"/> reads no environment variable and no
/// <c>trellis.json</c>. Read once, when the server starts. The store's connection string may hold a password, so the options print nothing.
/// </summary>
public sealed class TrellisServerOptions
{
    /// <summary>The addresses to listen on, for example <c>http://127.0.0.1:8787</c>. Port 0 lets the operating system choose.</summary>
    /// <value>Default <c>http://127.0.0.1:0</c>; the executable's default is <c>http://127.0.0.1:8787</c> and <c>http://127.0.0.1:3210</c>.</value>
    public IReadOnlyList<string> Urls { get; init => field = value is { Count: > 0 } ? value : throw new ArgumentException("A server listens on at least one address.", nameof(value)); } =
        ["http://127.0.0.1:0"];

    /// <summary>Where the server keeps its data. Made if it is missing; used by one server at a time.</summary>
    /// <value>Default null: a fresh temporary directory, removed when the server is disposed.</value>
    public string? DataDirectory { get; init; }

    /// <summary>The connection string of a PostgreSQL database, or the path of a SQLite file.</summary>
    /// <value>Default null: a SQLite file in the data directory.</value>
    public string? Store { get; init; }

    /// <summary>
    /// Whether the server waits until the disk has a change before it confirms it. Without that, what it confirmed outlives the process and
    /// not a failure of the machine. A PostgreSQL server decides this by its own settings.
    /// </summary>
    /// <value>Default null: unless the store ends with the server anyway.</value>
    public bool? IsDurable { get; init; }

    /// <summary>Where files are kept: the path of a folder, or <c>s3://BUCKET/PREFIX?endpoint=URL&amp;region=NAME</c>.</summary>
    /// <value>Default null: <c>blobs/</c> in the data directory.</value>
    public string? Blobs { get; init; }

    /// <summary>What opens the bucket that <see cref="Blobs"/> names. The executable takes it from the variables of AWS.</summary>
    /// <value>Default null: none.</value>
    public S3Credentials? BlobCredentials { get; init; }

    /// <summary>Whether the first start makes an organisation and <c>credentials.json</c>, and later starts keep that file up to date.</summary>
    /// <value>Default true.</value>
    public bool Bootstrap { get; init; } = true;

    /// <summary>A file of faults to inject, for tests of resilience.</summary>
    /// <value>Default null: none.</value>
    public string? FaultsFile { get; init; }

    /// <summary>Whether plain HTTP may be listened for beyond the loopback interface, where others can read the credentials.</summary>
    /// <value>Default false.</value>
    public bool Insecure { get; init; }

    /// <summary>The largest request body in bytes; a larger one is answered with 413.</summary>
    /// <value>Default 1 MiB.</value>
    public long MaxRequestBodyBytes { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 1024 * 1024;

    /// <summary>How long running requests may take to finish when the server stops; then they are cut.</summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan ShutdownTimeout { get; init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value)); } =
        TimeSpan.FromSeconds(10);

    /// <summary>The sections that <c>trellis.json</c> has beside these settings: <c>identity</c>, <c>models</c>, <c>tls</c>.</summary>
    /// <value>Default null: none.</value>
    public IConfiguration? Configuration { get; init; }

    /// <summary>Adds middleware ahead of the server's own: it sees every request first, as it was sent.</summary>
    /// <value>Default null: none.</value>
    public Action<IApplicationBuilder>? ConfigurePipeline { get; init; }

    /// <summary>Adds log providers and filters.</summary>
    /// <value>Default null: nothing is logged.</value>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>The clock of everything the server decides by time; the connections' own timeouts run on the system's clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What it is made of.</summary>
    internal IReadOnlyList<IServerModule> Modules { get; init; } = ServerModules.All;
}
