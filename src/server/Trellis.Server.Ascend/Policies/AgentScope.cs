using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.Policies;

/// <summary>
/// What one agent may do at all, from the lists it was registered with (contract, section 6.5). A list that is empty forbids nothing.
/// Immutable and thread-safe.
/// </summary>
internal sealed class AgentScope
{
    private readonly TextPattern[] _allowedActionTypes;
    private readonly TextPattern[] _allowedResources;
    private readonly TextPattern[] _blockedResources;

    private AgentScope(TextPattern[] allowedActionTypes, TextPattern[] allowedResources, TextPattern[] blockedResources)
    {
        _allowedActionTypes = allowedActionTypes;
        _allowedResources = allowedResources;
        _blockedResources = blockedResources;
    }

    /// <summary>Everything is allowed.</summary>
    public static AgentScope Unlimited { get; } = new([], [], []);

    /// <summary>
    /// Reads the lists, whose elements are patterns. One that cannot be read allows nothing where it was to allow, and blocks everything
    /// where it was to block.
    /// </summary>
    public static AgentScope Create(
        IReadOnlyList<string> allowedActionTypes, IReadOnlyList<string> allowedResources, IReadOnlyList<string> blockedResources)
    {
        if (allowedActionTypes.Count == 0 && allowedResources.Count == 0 && blockedResources.Count == 0)
            return Unlimited;

        return new(
            Read(allowedActionTypes, static () => new LiteralPattern("")),
            Read(allowedResources, static () => new LiteralPattern("")),
            Read(blockedResources, static () => GlobPattern.FromWildcards("*")));
    }

    /// <summary>What the agent must not do, in sentences; empty when the action is within its scope.</summary>
    public IReadOnlyList<string> Violations(RuleFacts facts)
    {
        var actionType = facts.ValuesOf(RuleField.ActionType)[0];
        var resource = facts.ValuesOf(RuleField.Resource)[0];
        var isAllowedType = _allowedActionTypes.Length == 0 || MatchesAny(_allowedActionTypes, actionType);
        var isAllowedResource = _allowedResources.Length == 0 || MatchesAny(_allowedResources, resource);
        var isBlocked = MatchesAny(_blockedResources, resource);
        if (isAllowedType && isAllowedResource && !isBlocked)
            return [];

        var violations = new List<string>(3);
        if (!isAllowedType)
            violations.Add($"The action type '{actionType}' is not among the agent's allowed action types.");
        if (!isAllowedResource)
            violations.Add($"The resource '{resource}' is not among the agent's allowed resources.");
        if (isBlocked)
            violations.Add($"The resource '{resource}' is blocked for the agent.");
        return violations;
    }

    private static TextPattern[] Read(IReadOnlyList<string> texts, Func<TextPattern> unreadable) =>
        [.. texts.Select(text => TextPattern.Parse(text, out var pattern) is null ? pattern! : unreadable())];

    private static bool MatchesAny(TextPattern[] patterns, string text)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(text))
                return true;
        }

        return false;
    }
}
