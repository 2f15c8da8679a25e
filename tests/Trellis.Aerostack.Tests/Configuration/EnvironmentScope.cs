namespace Trellis.Aerostack.Tests.Configuration;

/// <summary>Starts with no <c>AEROSTACK_…</c> variable set, and puts everything back at the end.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private static readonly string[] Variables = ["AEROSTACK_SERVER_URL", "AEROSTACK_API_URL", "AEROSTACK_API_KEY", "AEROSTACK_PROJECT_ID"];

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
