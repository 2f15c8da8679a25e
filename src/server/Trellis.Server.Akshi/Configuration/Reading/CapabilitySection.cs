using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>capabilities</c>: a list of names, or a table of booleans. An unknown name is an error, because it would grant nothing unnoticed.</summary>
internal static class CapabilitySection
{
    private const string Key = "capabilities";

    /// <summary>The capabilities granted, by canonical names.</summary>
    public static IReadOnlySet<string> Read(Section agent)
    {
        var granted = new HashSet<string>(StringComparer.Ordinal);
        if (agent.Find(Key) is TomlTable)
            ReadTable(agent.Sub(Key)!, granted);
        else if (agent.Texts(Key) is { } names)
            ReadList(agent, names, granted);
        return granted;
    }

    private static void ReadTable(Section section, HashSet<string> granted)
    {
        foreach (var (name, value) in section.Table.Members)
        {
            if (AgentCapabilities.Canonical(name) is not { } canonical)
                section.Fail(value, name, $"is no capability; there are {AgentCapabilities.List}");
            else if (section.Flag(name, false))
                granted.Add(canonical);
        }
    }

    private static void ReadList(Section agent, IReadOnlyList<string> names, HashSet<string> granted)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (AgentCapabilities.Canonical(names[index]) is { } canonical)
                granted.Add(canonical);
            else
                agent.Context.Fail(agent.Find(Key)!.Position, agent.PathOf($"{Key}[{index}]"), $"is no capability; there are {AgentCapabilities.List}");
        }
    }
}
