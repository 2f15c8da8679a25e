namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads one of <c>[[agents]]</c>, in either dialect.</summary>
internal static class AgentSection
{
    private const int MostSeconds = 24 * 3600;
    private const int LongestTickSeconds = 30 * MostSeconds;

    /// <summary>Reads the agent.</summary>
    public static AgentConfiguration Read(Section section, RuntimeDefaults runtime, RouterConfiguration router)
    {
        var defaults = new AgentConfiguration { Name = "", TickInterval = runtime.TickInterval, Fingerprint = "" };
        var isDeclarative = section.Word("kind", "declarative", "wasm") == "declarative";
        var agent = new AgentConfiguration
        {
            Name = section.Required("name", 255),
            IsEnabled = section.Flag("enabled", true),
            Description = section.Text("description") ?? "",
            Tags = section.Texts("tags") ?? [],
            Env = section.Secrets("env"),
            TickInterval = ReadInterval(section) ?? runtime.TickInterval,
            TickTimeout = section.Seconds("tick_timeout_secs", 1, MostSeconds) ?? defaults.TickTimeout,
            FuelLimit = RuntimeSection.Fuel(section, runtime.FuelLimit, section.NameOf("fuel_limit", "fuel")),
            MemoryLimitMb = (int)(section.Integer("memory_limit_mb", 1, RuntimeSection.MostMemoryMb) ?? runtime.MemoryLimitMb),
            MaxRestarts = (int)(section.Integer("max_restarts", 0, 1_000_000) ?? defaults.MaxRestarts),
            RestartBackoff = section.Seconds("restart_backoff_secs", 0, MostSeconds) ?? defaults.RestartBackoff,
            Capabilities = CapabilitySection.Read(section),
            Endpoints = EndpointSection.Read(section),
            Spend = SpendSection.Read(section),
            Approval = ApprovalSection.Read(section),
            McpServers = ReadMcpServers(section),
            Routes = ReadRouteProfile(section, router),
            Journal = ReadJournal(section),
            Declarative = isDeclarative ? DeclarativeSection.Read(section) : null,
            WasmModule = isDeclarative ? null : ReadModule(section),
            Fingerprint = "",
        };
        section.WarnOfUnknown();
        return agent with { Fingerprint = AgentFingerprint.Of(section, agent) };
    }

    private static TimeSpan? ReadInterval(Section section) => section.NameOf("tick_interval_ms", "tick_interval_secs") switch
    {
        "tick_interval_secs" => section.Seconds("tick_interval_secs", 1, LongestTickSeconds),
        var key => section.Integer(key, 10, RuntimeSection.LongestMilliseconds) is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
    };

    private static string ReadModule(Section section)
    {
        var key = section.NameOf("wasm", "wasm_path");
        if (section.Has(key))
            return Path.GetFullPath(section.Required(key), section.Context.Folder);

        section.Fail(key, "is required for an agent that is not 'kind = \"declarative\"'");
        return "";
    }

    private static List<McpServerConfiguration> ReadMcpServers(Section section)
    {
        var servers = new List<McpServerConfiguration>();
        foreach (var below in section.Subs("mcp_servers"))
        {
            var server = new McpServerConfiguration(below.Required("name", 255), below.Texts("argv") ?? []);
            if (server.Argv.Count == 0 || server.Argv[0].Length == 0)
                below.Fail("argv", "must name a program and its arguments");
            if (servers.Exists(known => known.Name == server.Name))
                below.Fail("name", "is the name of another server too");
            below.WarnOfUnknown();
            servers.Add(server);
        }

        return servers;
    }

    private static RouteProfile ReadRouteProfile(Section section, RouterConfiguration router)
    {
        if (section.Sub("route_profile") is not { } below)
            return new RouteProfile();

        var profile = new RouteProfile
        {
            Prefer = ReadRoute(below, "prefer", router),
            Fallback = ReadRoute(below, "fallback", router),
            MaxLatency = below.Integer("max_latency_ms", 1, RuntimeSection.LongestMilliseconds) is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
            CostWeight = below.Number("cost_weight", 0, 1),
            QualityWeight = below.Number("quality_weight", 0, 1),
        };
        below.WarnOfUnknown();
        return profile;
    }

    private static string? ReadRoute(Section section, string key, RouterConfiguration router)
    {
        var route = section.Text(key);
        if (route is not (null or "local" or "cloud") && !router.Routes.Any(known => known.Name == route))
            section.Fail(key, "must be local, cloud or the name of a route of [[router.routes]]");
        return route;
    }

    private static JournalSync ReadJournal(Section section)
    {
        if (section.Sub("sync") is not { } sync)
            return new JournalSync();

        var journal = new JournalSync();
        if (sync.Sub("journal") is { } below)
        {
            journal = new JournalSync { IsEnabled = below.Flag("enabled", false), Topic = below.Text("topic", 255) };
            below.WarnOfUnknown();
        }

        sync.WarnOfUnknown();
        return journal;
    }
}
