namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>What a server process is started with.</summary>
internal sealed record ServerSettings
{
    /// <summary>The PostgreSQL connection string; null for SQLite in the data directory.</summary>
    public string? Store { get; init; }

    /// <summary>The file of the faults to inject; null for none.</summary>
    public string? Faults { get; init; }

    /// <summary>Variables of others that the server reads too.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>How the server and the commands that look at its data are told.</summary>
    public Dictionary<string, string> Environment
    {
        get
        {
            var variables = new Dictionary<string, string>(Variables) { ["TRELLIS_LOG_LEVEL"] = "warning" };
            if (Store is not null)
                variables["TRELLIS_STORE"] = Store;
            if (Faults is not null)
                variables["TRELLIS_FAULTS"] = Faults;
            return variables;
        }
    }
}
