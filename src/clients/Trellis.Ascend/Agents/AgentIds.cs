namespace Trellis.Ascend;

/// <summary>Which agent a call is about.</summary>
internal static class AgentIds
{
    /// <summary>The one that the call names, and else the client's.</summary>
    /// <exception cref="AscendValidationException">There is neither.</exception>
    public static string Choose(string? named, AscendClientOptions options)
    {
        var agentId = named ?? options.AgentId;
        var checks = default(FieldChecks);
        checks.RequireText(agentId, "agent_id");
        checks.ThrowIfAny();
        return agentId!;
    }
}
