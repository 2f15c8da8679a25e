namespace Trellis.Ascend.Tests.Configuration;

/// <summary>Starts with no variable of the client set, and puts everything back at the end.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private static readonly string[] Variables =
        ["ASCEND_API_KEY", "OWKAI_API_KEY", "ASCEND_API_URL", "OWKAI_API_URL", "ASCEND_AGENT_ID", "ASCEND_AGENT_NAME", "ASCEND_SIGNING_SECRET", "ASCEND_DEBUG"];

    private readonly Dictionary<string, string?> _before = Variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentScope()
    {
        foreach (var name in Variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Set(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}

/// <summary>The environment is the process's: tests that change it take turns.</summary>
[CollectionDefinition(nameof(EnvironmentCollection), DisableParallelization = true)]
public sealed class EnvironmentCollection;
