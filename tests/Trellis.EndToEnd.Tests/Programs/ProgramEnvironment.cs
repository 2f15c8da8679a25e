namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>The environment variables of a program under test.</summary>
internal static class ProgramEnvironment
{
    private static readonly string[] Settings = ["TRELLIS_", "AEROSTACK_", "AKSHI_", "ASKII_", "ASCEND_", "OWKAI_", "DOTNET_", "OPENAI_", "SUPPORT_DESK_", "CORECLR_"];

    /// <summary>Takes away what would change the program's behaviour, and adds what the test wants.</summary>
    public static void Prepare(IDictionary<string, string?> environment, IReadOnlyDictionary<string, string>? wanted)
    {
        // Where .NET is installed is no setting of behaviour.
        foreach (var name in environment.Keys.Where(static name => name is not "DOTNET_ROOT" && Settings.Any(name.StartsWith)).ToList())
            environment.Remove(name);

        foreach (var (name, value) in wanted ?? new Dictionary<string, string>())
            environment[name] = value;
    }
}
