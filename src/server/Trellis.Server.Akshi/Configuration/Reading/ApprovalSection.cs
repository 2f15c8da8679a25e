using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>intent_policy</c> of the reference page and <c>approval</c> of the guides. Both may stand beside each other.</summary>
internal static class ApprovalSection
{
    private const int MostSeconds = 24 * 3600;

    /// <summary>The policy.</summary>
    public static ApprovalPolicy Read(Section agent)
    {
        var required = new SortedSet<string>(StringComparer.Ordinal);
        var policy = new ApprovalPolicy();
        if (agent.Sub("intent_policy") is { } intent)
        {
            policy = policy with { AllowsMutation = intent.Flag("mutation_allowed", true) };
            foreach (var name in intent.Texts("require_approval") ?? [])
                required.Add(Canonical(name));
            intent.WarnOfUnknown();
        }

        if (agent.Sub("approval") is { } approval)
        {
            policy = policy with { Timeout = approval.Seconds("timeout_secs", 1, MostSeconds) ?? policy.Timeout };
            foreach (var name in approval.Table.Members.Keys.Where(static name => name != "timeout_secs"))
            {
                if (approval.Flag(name, false))
                    required.Add(Canonical(name));
                if (AgentCapabilities.Canonical(name) is null && approval.Find(name) is TomlBoolean value)
                    WarnOfTool(approval, name, value);
            }
        }

        return policy with { Required = [.. required] };
    }

    // Tools of MCP servers are gated by name or glob, and so an unknown word is taken for one.
    private static void WarnOfTool(Section section, string name, TomlBoolean value) =>
        section.Context.Warn(value.Position, section.PathOf(name), "is no capability and is taken for the name of a tool");

    private static string Canonical(string name) => AgentCapabilities.Canonical(name) ?? name;
}
