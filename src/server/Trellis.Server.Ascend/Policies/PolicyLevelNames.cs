namespace Trellis.Server.Ascend.Policies;

/// <summary>The levels as the wire has them.</summary>
internal static class PolicyLevelNames
{
    private static readonly string[] Words = ["organization", "agent_type", "agent", "organisation"];

    /// <summary>The words that are understood; the first three are those that are written.</summary>
    public static ReadOnlySpan<string> All => Words;

    /// <summary>The word for a level.</summary>
    public static string Name(PolicyLevel level) => Words[(int)level];

    /// <summary>Reads one of the words.</summary>
    public static PolicyLevel Read(string word) => word switch
    {
        "agent" => PolicyLevel.Agent,
        "agent_type" => PolicyLevel.AgentType,
        _ => PolicyLevel.Organisation,
    };
}
