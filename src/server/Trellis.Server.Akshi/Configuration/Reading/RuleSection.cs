using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Rules;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>[[agents.rules]]</c>.</summary>
internal static class RuleSection
{
    private const int MostRules = 200;
    private const int LongestPattern = 2048;

    /// <summary>The rules of an agent.</summary>
    public static IReadOnlyList<AgentRule> Read(Section agent)
    {
        var sections = agent.Subs("rules");
        if (sections.Count > MostRules)
            agent.Fail("rules", $"must be at most {MostRules}");
        return [.. sections.Select(ReadRule)];
    }

    private static AgentRule ReadRule(Section section)
    {
        var pattern = section.Required("pattern", LongestPattern);
        var ignoresCase = section.Flag("ignore_case", false);
        if (pattern.Length > 0 && RulePattern.Fault(pattern, ignoresCase) is { } fault)
            section.Fail("pattern", $"is no regular expression: {fault}");

        var rule = new AgentRule(pattern, section.Word("severity", Severities.All) ?? "info", section.Text("summary", 1024), ignoresCase);
        section.WarnOfUnknown();
        return rule;
    }
}
