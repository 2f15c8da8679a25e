namespace Trellis.Server.Akshi.Configuration;

/// <summary>An agent: <c>[[agents]]</c>, whichever dialect it was written in (contract, section 5.2).</summary>
internal sealed record AgentConfiguration
{
    /// <summary>Its name, unique in the runtime.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is to run.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>One line about it; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Settings of its own. They may hold secrets and so are never printed.</summary>
    public IReadOnlyDictionary<string, RuntimeSecret> Env { get; init; } = new Dictionary<string, RuntimeSecret>();

    /// <summary>From the start of one tick to that of the next.</summary>
    public required TimeSpan TickInterval { get; init; }

    /// <summary>How long a tick may take; waiting for a person does not count.</summary>
    public TimeSpan TickTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The fuel of a tick; null for no limit.</summary>
    public long? FuelLimit { get; init; }

    /// <summary>The memory that it may hold between ticks, in MiB.</summary>
    public int MemoryLimitMb { get; init; } = 64;

    /// <summary>How often it is started anew after failures before it is given up.</summary>
    public int MaxRestarts { get; init; } = 10;

    /// <summary>How long after a failure.</summary>
    public TimeSpan RestartBackoff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What it may do, by the names of <see cref="AgentCapabilities"/>.</summary>
    public IReadOnlySet<string> Capabilities { get; init; } = new HashSet<string>();

    /// <summary>Where it may send requests; none means nowhere.</summary>
    public IReadOnlyList<EndpointConfiguration> Endpoints { get; init; } = [];

    /// <summary>What it may spend; null means nothing.</summary>
    public SpendPolicy? Spend { get; init; }

    /// <summary>For what it asks a person first.</summary>
    public ApprovalPolicy Approval { get; init; } = new();

    /// <summary>The MCP servers that it may call.</summary>
    public IReadOnlyList<McpServerConfiguration> McpServers { get; init; } = [];

    /// <summary>Which models it likes.</summary>
    public RouteProfile Routes { get; init; } = new();

    /// <summary>Whether its journal is replicated, and under which topic.</summary>
    public JournalSync Journal { get; init; } = new();

    /// <summary>What a declarative agent does; null for an agent of another kind.</summary>
    public DeclarativeDefinition? Declarative { get; init; }

    /// <summary>The module of a WebAssembly agent, which this runtime does not run; null for other kinds.</summary>
    public string? WasmModule { get; init; }

    /// <summary>Changes with anything that the agent is made of, and with nothing else.</summary>
    public required string Fingerprint { get; init; }
}
