using System.Text;
using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>runtime.toml</c> and checks all of it. Safe for concurrent use.</summary>
internal sealed class RuntimeFileReader(IEnvironmentVariables environment)
{
    /// <summary>How long the file may be, in bytes.</summary>
    public const int LongestFile = 1 << 20;

    private const int MostAgents = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file; what holds without one when there is none.</summary>
    /// <param name="path">Its full path.</param>
    /// <exception cref="RuntimeConfigurationException">It is wrong.</exception>
    public RuntimeConfiguration ReadFile(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            if (!File.Exists(path))
                return new RuntimeConfiguration { Folder = folder };
            if (new FileInfo(path).Length > LongestFile)
                throw Wrong(name, new TomlPosition(1, 1), $"the file is longer than {LongestFile} bytes");

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Wrong(name, new TomlPosition(1, 1), "the file cannot be read");
        }

        return Read(Decode(bytes, name), name, folder);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="folder">The file's folder.</param>
    /// <exception cref="RuntimeConfigurationException">It is wrong.</exception>
    public RuntimeConfiguration Read(string text, string name, string folder)
    {
        TomlTable root;
        try
        {
            root = TomlReader.Parse(text);
        }
        catch (TomlException error)
        {
            throw Wrong(name, error.Position, error.Reason);
        }

        var context = new ReadingContext(name, folder, environment);
        var configuration = Read(new Section(root, "", context));
        return context.Errors.Count == 0
            ? configuration with { Warnings = context.Warnings, Secrets = context.Secrets }
            : throw new RuntimeConfigurationException([.. context.Errors.OrderBy(static fault => fault.Line).ThenBy(static fault => fault.Column)]);
    }

    private static RuntimeConfiguration Read(Section root)
    {
        var runtime = RuntimeSection.Read(root.Sub("runtime"), out var runtimeDataDirectory);
        var (telemetry, servesMetrics) = TelemetrySection.Read(root.Sub("telemetry"));
        var (dashboard, start) = DashboardSection.Read(root.Sub("dashboard"));
        var router = RouterSection.Read(root.Sub("router"));
        var agents = ReadAgents(root, runtime, router);
        var dataDirectory = root.Text("data_dir") ?? runtimeDataDirectory;
        root.Ignore("mesh", "is not carried out: this runtime is one node");
        root.Ignore("identity", "is not carried out: the audit trail and its retention are the server's own");
        root.WarnOfUnknown();
        return new RuntimeConfiguration
        {
            Folder = root.Context.Folder,
            Dashboard = dashboard with { ServesMetrics = servesMetrics },
            Start = start with { DataDirectory = dataDirectory },
            Router = router,
            Telemetry = telemetry,
            Runtime = runtime,
            Agents = agents,
        };
    }

    private static List<AgentConfiguration> ReadAgents(Section root, RuntimeDefaults runtime, RouterConfiguration router)
    {
        var sections = root.Subs("agents");
        if (sections.Count > Math.Min(runtime.MaxAgents, MostAgents))
            root.Fail(sections[^1].Table, "agents", $"must be at most {Math.Min(runtime.MaxAgents, MostAgents)} (runtime.max_agents)");

        var agents = new List<AgentConfiguration>(sections.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            var agent = AgentSection.Read(section, runtime, router);
            if (agent.Name.Length > 0 && !names.Add(agent.Name))
                section.Fail("name", "is the name of another agent too");
            agents.Add(agent);
        }

        return agents;
    }

    private static string Decode(byte[] bytes, string name)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            var before = bytes.AsSpan(0, Math.Clamp(error.Index, 0, bytes.Length));
            var lineStart = before.LastIndexOf((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1;
            throw Wrong(name, new TomlPosition(before.Count((byte)'\n') + 1, column), "the file is not UTF-8");
        }
    }

    private static RuntimeConfigurationException Wrong(string name, TomlPosition position, string reason) =>
        new([new ConfigurationFault(name, position.Line, position.Column, "", reason)]);
}
