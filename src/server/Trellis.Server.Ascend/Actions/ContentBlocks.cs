using Trellis.Server.Ascend.Content;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Actions;

/// <summary>Turns what the checks of prompts and code block into reasons of a decision.</summary>
internal static class ContentBlocks
{
    /// <summary>The blocks; empty for most actions.</summary>
    public static IReadOnlyList<ContentBlock> Of(RiskAssessment risk)
    {
        if (!risk.IsBlocked)
            return [];

        var blocks = new List<ContentBlock>(2);
        Add(blocks, risk.Prompts, DecisionSource.PromptSecurity, "The prompt tries to subvert the agent");
        Add(blocks, risk.Code, DecisionSource.CodeAnalysis, "The code or command is dangerous");
        return blocks;
    }

    private static void Add(List<ContentBlock> blocks, ContentCheck? check, DecisionSource source, string reason)
    {
        if (check is { Blocked: true })
            blocks.Add(new ContentBlock(source, reason, [.. check.Findings.Select(static finding => finding.Description)]));
    }
}
