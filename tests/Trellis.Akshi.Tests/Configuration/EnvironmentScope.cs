namespace Trellis.Akshi.Tests.Configuration;

/// <summary>Starts with no <c>AKSHI_…</c> variable set, and puts everything back at the end.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private static readonly string[] Variables = ["AKSHI_BASE_URL", "AKSHI_TOKEN", "AKSHI_TIMEOUT_SECONDS", "AKSHI_MAX_ATTEMPTS", "AKSHI_CA_BUNDLE"];

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
