using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>All that <c>runtime.toml</c> says, checked, with the defaults of what it does not say (contract, section 5.2).</summary>
internal sealed record RuntimeConfiguration
{
    /// <summary>The folder of the file: what its paths are relative to, and the border of what agents may read.</summary>
    public required string Folder { get; init; }

    /// <summary>The section <c>[dashboard]</c> as far as it concerns requests.</summary>
    public DashboardSettings Dashboard { get; init; } = new();

    /// <summary>What is only read when the server starts.</summary>
    public StartSettings Start { get; init; } = new();

    /// <summary>The section <c>[router]</c>.</summary>
    public RouterConfiguration Router { get; init; } = new();

    /// <summary>The section <c>[telemetry]</c>.</summary>
    public TelemetryConfiguration Telemetry { get; init; } = new();

    /// <summary>The section <c>[runtime]</c>: what agents inherit.</summary>
    public RuntimeDefaults Runtime { get; init; } = new();

    /// <summary>The agents, in the order of the file.</summary>
    public IReadOnlyList<AgentConfiguration> Agents { get; init; } = [];

    /// <summary>What is strange about the file and no error: unknown keys, and sections that this runtime does not carry out.</summary>
    public IReadOnlyList<ConfigurationFault> Warnings { get; init; } = [];

    /// <summary>The values that must never be printed.</summary>
    public IReadOnlyList<RuntimeSecret> Secrets { get; init; } = [];
}
