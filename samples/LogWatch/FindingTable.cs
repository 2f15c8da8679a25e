using Trellis.Akshi;

namespace Trellis.Samples.LogWatch;

/// <summary>Prints how many findings there are of each agent and severity.</summary>
internal static class FindingTable
{
    private static readonly FindingSeverity[] Order = [FindingSeverity.Critical, FindingSeverity.Warning, FindingSeverity.Info];

    public static void Print(TextWriter output, IReadOnlyCollection<Finding> findings)
    {
        output.WriteLine();
        output.WriteLine($"   {"Agent",-16}{"Severity",-10}{"Findings",9}  Mostly");
        foreach (var group in findings
            .GroupBy(static finding => (finding.Agent, finding.Severity))
            .OrderBy(static group => group.Key.Agent, StringComparer.Ordinal)
            .ThenBy(static group => Array.IndexOf(Order, group.Key.Severity ?? default)))
        {
            var most = group.GroupBy(static finding => finding.Summary).MaxBy(static same => same.Count())!;
            output.WriteLine($"   {group.Key.Agent,-16}{group.Key.Severity,-10}{group.Count(),9}  {most.Key} ({most.Count()})");
        }

        output.WriteLine($"   {"all",-26}{findings.Count,9}");
    }
}
