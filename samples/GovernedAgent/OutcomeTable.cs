using System.Globalization;

namespace Trellis.Samples.GovernedAgent;

/// <summary>Prints what became of the requests.</summary>
internal static class OutcomeTable
{
    public static void Print(TextWriter output, IReadOnlyCollection<Outcome> outcomes)
    {
        PrintExceptions(output, outcomes);
        output.WriteLine();
        output.WriteLine($"   {"Outcome",-19}{"Requests",10}{"EUR",14}");
        foreach (var group in outcomes.GroupBy(static outcome => outcome.Ending).OrderBy(static group => group.Key))
        {
            output.WriteLine(Row(Words(group.Key), group));
        }

        output.WriteLine(Row("all", outcomes));
    }

    /// <summary>Whatever did not simply go through.</summary>
    private static void PrintExceptions(TextWriter output, IEnumerable<Outcome> outcomes)
    {
        output.WriteLine($"   {"Request",-11}{"Action",8}{"EUR",11}  {"Outcome",-19}Why");
        foreach (var outcome in outcomes.Where(static o => o.Ending is not Ending.Refunded and not Ending.AlreadyRefunded).OrderBy(static o => o.Request.Id))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"   {outcome.Request.Id,-11}{outcome.ActionId,8}{outcome.Request.Euros,11:F2}  {Words(outcome.Ending),-19}{outcome.Note}"));
        }
    }

    private static string Row(string name, IEnumerable<Outcome> outcomes) => string.Create(
        CultureInfo.InvariantCulture, $"   {name,-19}{outcomes.Count(),10}{outcomes.Sum(static outcome => outcome.Request.Euros),14:F2}");

    /// <summary>An ending in words.</summary>
    public static string Words(Ending ending) => ending switch
    {
        Ending.Refunded => "refunded",
        Ending.Approved => "refunded, approved",
        Ending.AlreadyRefunded => "already refunded",
        Ending.Denied => "denied",
        Ending.Rejected => "rejected",
        Ending.Failed => "failed",
        Ending.Pending => "pending",
        Ending.NotEvaluated => "not evaluated",
        _ => "not reached",
    };
}
