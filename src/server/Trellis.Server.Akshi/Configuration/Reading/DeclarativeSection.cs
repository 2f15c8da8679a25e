using Trellis.Server.Akshi.Toml;


namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads what makes an agent declarative (contract, section 5.1).</summary>
internal static class DeclarativeSection
{
    private const int LongestPrompt = 64 * 1024;
    private const int MostPatterns = 100;

    /// <summary>Reads the definition.</summary>
    public static DeclarativeDefinition Read(Section agent)
    {
        var defaults = new DeclarativeDefinition { FilePatterns = [], OutputSchema = OutputSchema.Default };
        var definition = new DeclarativeDefinition
        {
            Goal = agent.Text("goal") ?? "",
            FilePatterns = ReadPatterns(agent),
            Paths = ReadPaths(agent) ?? defaults.Paths,
            Prompt = agent.Text("prompt", LongestPrompt),
            Model = agent.Text("model", 255),
            OutputSchema = OutputSchemaSection.Read(agent) ?? OutputSchema.Default,
            Rules = RuleSection.Read(agent),
            IsAppendOnly = agent.Flag("append_only", false),
            MaxFileBytes = (int)(agent.Integer("max_file_bytes", 1, 16 << 20) ?? defaults.MaxFileBytes),
            MaxFiles = (int)(agent.Integer("max_files", 1, 1_000_000) ?? defaults.MaxFiles),
            MaxFindings = (int)(agent.Integer("max_findings", 1, 100_000) ?? defaults.MaxFindings),
        };
        if (definition.Prompt is null && definition.Rules.Count == 0)
            agent.Fail("prompt", "is required, or rules ([[agents.rules]]), or both");
        return definition;
    }

    private static IReadOnlyList<string> ReadPatterns(Section agent)
    {
        var patterns = agent.Find("file_pattern") is TomlArray ? agent.Texts("file_pattern") ?? [] : [agent.Required("file_pattern")];
        if (patterns.Count is 0 or > MostPatterns)
            agent.Fail("file_pattern", $"must be from 1 to {MostPatterns} patterns");
        if (patterns.Any(static pattern => !IsInside(pattern)))
            agent.Fail("file_pattern", "must be relative to the configuration's folder and not lead out of it");
        return patterns;
    }

    private static IReadOnlyList<string>? ReadPaths(Section agent)
    {
        var paths = agent.Texts("paths");
        if (paths?.Any(static path => path.Length == 0 || !IsInside(path)) == true)
            agent.Fail("paths", "must be relative to the configuration's folder and not lead out of it");
        return paths;
    }

    private static bool IsInside(string path) =>
        !Path.IsPathRooted(path) && !path.Contains(':', StringComparison.Ordinal)
        && !path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
