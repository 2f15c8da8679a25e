using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Limits;

/// <summary>What an action says about its data and its cost.</summary>
internal static class ActionData
{
    private const double MostCost = 1_000_000_000;

    /// <summary>The classes of the data: from <c>context.data_classification</c>, a text or a list of texts, and from the risk indicators.</summary>
    public static IReadOnlyList<string> ClassesOf(ProposedAction action)
    {
        var classes = new List<string>();
        var context = new Fields(action.Context);
        if (context.TryGet("data_classification", out var stated) && stated.ValueKind is JsonValueKind.Array)
        {
            foreach (var text in context.OptionalTexts("data_classification") ?? [])
                Add(classes, text);
        }
        else
        {
            Add(classes, context.OptionalText("data_classification"));
        }

        Add(classes, action.Indicators.DataSensitivity);
        Add(classes, action.Indicators.PiiInvolved ? "pii" : null);
        Add(classes, action.Indicators.FinancialData ? "financial" : null);
        return classes;
    }

    /// <summary>What it says that it costs (<c>context.estimated_cost</c>), else what its agent's actions cost by default.</summary>
    public static double CostOf(ProposedAction action, AgentLimits limits) =>
        new Fields(action.Context).OptionalNumber("estimated_cost", 0, MostCost) ?? limits.ActionCost;

    private static void Add(List<string> classes, string? text)
    {
        if (text is not null && DataClasses.Find(text) is { } known && !classes.Contains(known))
            classes.Add(known);
    }
}
